package io.smartcrm.gateway.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A JSON Merge Patch (RFC 7396) of a segment.
 *
 * @param changes field to new value; null empties a text
 */
public record SegmentPatch(Map<String, String> changes) {
    private static final List<String> CHANGEABLE = List.of("name", "description", "definition");

    public SegmentPatch {
        changes = Map.copyOf(changes);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SegmentPatch of(JsonNode patch) {
        if (!patch.isObject() || patch.isEmpty()) {
            throw Failure.invalid("", "a merge patch is an object with at least one field");
        }
        Map<String, String> changes = new TreeMap<>();
        patch.properties().forEach(field -> changes.put(field.getKey(), value(field)));
        return new SegmentPatch(changes);
    }

    private static String value(Map.Entry<String, JsonNode> field) {
        if (!CHANGEABLE.contains(field.getKey())) {
            throw Failure.invalid(field.getKey(), "cannot be changed; these can: " + CHANGEABLE);
        }
        if (!field.getValue().isTextual() && !field.getValue().isNull()) {
            throw Failure.invalid(field.getKey(), "must be text or null");
        }
        return field.getValue().isNull() ? "" : field.getValue().textValue();
    }

    /** The patch as the API document describes it. */
    record Shape(String name, String description, String definition) {}
}
