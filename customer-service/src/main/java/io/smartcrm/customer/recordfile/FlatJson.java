package io.smartcrm.customer.recordfile;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A JSON object as texts by path: {@code {"a": {"b": 1}}} is {@code a.b = 1}; numbers keep every digit. */
final class FlatJson {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_SCALE = 40;
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private FlatJson() {}

    /** Without a stack trace, for there can be many. */
    static final class NotAnObject extends Exception {
        private static final long serialVersionUID = 1L;

        NotAnObject(String message) {
            super(message, null, false, false);
        }
    }

    static Map<String, String> values(String line) throws NotAnObject {
        JsonNode node;
        try {
            node = READER.readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new NotAnObject("is not JSON: " + firstLine(malformed.getOriginalMessage()));
        }
        if (!node.isObject()) {
            throw new NotAnObject("is not a JSON object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        collect("", node, 1, values);
        return values;
    }

    private static void collect(String path, JsonNode object, int depth, Map<String, String> values)
            throws NotAnObject {
        if (depth > MAX_DEPTH) {
            throw new NotAnObject("is nested deeper than " + MAX_DEPTH + " levels");
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = path + field.getKey();
            if (field.getValue().isObject()) {
                collect(name + ".", field.getValue(), depth + 1, values);
            } else {
                values.put(name, text(field.getValue()));
            }
        }
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isBigDecimal()) {
            BigDecimal number = value.decimalValue();
            // 1e999999999 written out would fill the memory.
            return Math.abs(number.scale()) > MAX_SCALE ? number.toString() : number.toPlainString();
        }
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(item -> item.isValueNode() ? text(item) : item.toString())
                        .collect(joining("|"))
                : value.asText();
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
