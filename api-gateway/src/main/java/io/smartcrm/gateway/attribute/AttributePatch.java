package io.smartcrm.gateway.attribute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Merge Patch of a definition: fields named take the value given, {@code null} takes their default.
 *
 * @param changes field to new value, of its type or null
 */
public record AttributePatch(Map<String, JsonNode> changes) {
    private static final List<String> CHANGEABLE =
            List.of("description", "indexed", "maxLength", "minimum", "maximum", "choices");

    public AttributePatch {
        changes = Map.copyOf(changes);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AttributePatch of(JsonNode patch) {
        if (!patch.isObject() || patch.isEmpty()) {
            throw Failure.invalid("", "a merge patch is an object with at least one field");
        }
        Map<String, JsonNode> changes = new TreeMap<>();
        patch.properties().forEach(field -> {
            check(field.getKey(), field.getValue());
            changes.put(field.getKey(), field.getValue());
        });
        return new AttributePatch(changes);
    }

    private static void check(String name, JsonNode value) {
        if (!CHANGEABLE.contains(name)) {
            throw Failure.invalid(name, "cannot be changed; these can: " + CHANGEABLE);
        }
        boolean fits = value.isNull()
                || switch (name) {
                    case "indexed" -> value.isBoolean();
                    case "maxLength" -> value.isInt();
                    case "choices" -> value.isArray() && value.valueStream().allMatch(JsonNode::isTextual);
                    default -> value.isTextual();
                };
        if (!fits) {
            throw Failure.invalid(name, "is not of its type, nor null");
        }
    }

    /** The patch as the API document describes it. */
    record Shape(
            @Nullable String description,
            @Nullable Boolean indexed,
            @Nullable Integer maxLength,
            @Nullable String minimum,
            @Nullable String maximum,
            @Nullable List<String> choices) {}
}
