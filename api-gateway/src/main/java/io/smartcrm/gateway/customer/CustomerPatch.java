package io.smartcrm.gateway.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.wire.Failure;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON Merge Patch (RFC 7396) of a customer: fields named take the value given, {@code null} empties them, the others
 * stay.
 *
 * @param changes field to new value; empty text empties the field
 */
public record CustomerPatch(Map<String, String> changes) {
    public CustomerPatch {
        changes = Map.copyOf(changes);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CustomerPatch of(JsonNode patch) {
        if (!patch.isObject() || patch.isEmpty()) {
            throw Failure.invalid("", "a merge patch is an object with at least one field");
        }
        Map<String, String> changes = new TreeMap<>();
        patch.properties().forEach(field -> changes.put(field.getKey(), value(field)));
        return new CustomerPatch(changes);
    }

    private static String value(Map.Entry<String, JsonNode> field) {
        String name = field.getKey();
        if (!CustomerClient.CHANGEABLE.contains(name)) {
            throw Failure.invalid(name, "cannot be changed; these can: " + CustomerClient.CHANGEABLE);
        }
        if (!field.getValue().isTextual() && !field.getValue().isNull()) {
            throw Failure.invalid(name, "must be text or null");
        }
        return field.getValue().isNull() ? "" : field.getValue().textValue();
    }

    /** The patch as the API document describes it. */
    record Shape(String name, String email, String phone, String country) {}
}
