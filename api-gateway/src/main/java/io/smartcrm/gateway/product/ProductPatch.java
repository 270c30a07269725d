package io.smartcrm.gateway.product;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Merge Patch (RFC 7396) of a product: fields named take the value given, {@code null} empties them, the others
 * stay; so with the entries of attributes, names and descriptions.
 */
public record ProductPatch(JsonNode changes) {
    static final List<String> CHANGEABLE =
            List.of("name", "categoryPath", "brand", "attributes", "names", "descriptions", "listPrice", "status");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProductPatch {
        if (!changes.isObject() || changes.isEmpty()) {
            throw Failure.invalid("", "a merge patch is an object with at least one field");
        }
        changes.fieldNames().forEachRemaining(name -> {
            if (!CHANGEABLE.contains(name)) {
                throw Failure.invalid(name, "cannot be changed; these can: " + CHANGEABLE);
            }
        });
    }

    /** The patch as the API document describes it. */
    record Shape(
            @Nullable String name,
            @Nullable List<String> categoryPath,
            @Nullable String brand,
            @Nullable Map<String, Object> attributes,
            @Nullable Map<String, String> names,
            @Nullable Map<String, String> descriptions,
            @Nullable MoneyView listPrice,
            @Nullable String status) {}
}
