package io.smartcrm.gateway.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.NullValue;
import com.google.protobuf.Value;
import io.smartcrm.wire.Failure;
import java.util.Map;
import java.util.TreeMap;

/** Values of attributes between JSON and messages. */
final class AttributeValues {
    private AttributeValues() {}

    /** @throws Failure INVALID when it is a list or an object */
    static Value message(String name, JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> Value.newBuilder().setStringValue(value.textValue()).build();
            case NUMBER ->
                Value.newBuilder().setNumberValue(value.doubleValue()).build();
            case BOOLEAN ->
                Value.newBuilder().setBoolValue(value.booleanValue()).build();
            case NULL -> Value.newBuilder().setNullValue(NullValue.NULL_VALUE).build();
            case ARRAY, OBJECT, BINARY, MISSING, POJO ->
                throw Failure.invalid("attributes." + name, "is neither a text nor a number nor a boolean");
        };
    }

    static Map<String, Object> view(Map<String, Value> values) {
        Map<String, Object> view = new TreeMap<>();
        values.forEach((name, value) -> view.put(name, view(value)));
        return view;
    }

    private static Object view(Value value) {
        if (value.hasBoolValue()) {
            return value.getBoolValue();
        }
        if (!value.hasNumberValue()) {
            return value.getStringValue();
        }
        double number = value.getNumberValue();
        if (number == Math.rint(number) && Math.abs(number) < 1L << 53) {
            return (long) number;
        }
        return number;
    }
}
