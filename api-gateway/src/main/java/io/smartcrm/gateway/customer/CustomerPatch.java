package io.smartcrm.gateway.customer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Merge Patch (RFC 7396) of a customer: fields named take the value given, {@code null} empties them, the others
 * stay. Of {@code attributes} the named ones change; the lists are replaced whole.
 *
 * @param changes field to new value, of its type or null
 */
public record CustomerPatch(Map<String, JsonNode> changes) {
    private static final Set<String> TEXTS = Set.of("name", "email", "phone", "country", "team");

    public CustomerPatch {
        changes = Map.copyOf(changes);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static CustomerPatch of(JsonNode patch) {
        if (!patch.isObject() || patch.isEmpty()) {
            throw Failure.invalid("", "a merge patch is an object with at least one field");
        }
        Map<String, JsonNode> changes = new TreeMap<>();
        patch.properties().forEach(field -> {
            check(field.getKey(), field.getValue());
            changes.put(field.getKey(), field.getValue());
        });
        return new CustomerPatch(changes);
    }

    private static void check(String name, JsonNode value) {
        if (!CustomerClient.CHANGEABLE.contains(name)) {
            throw Failure.invalid(name, "cannot be changed; these can: " + CustomerClient.CHANGEABLE);
        }
        if (value.isNull()) {
            return;
        }
        if (TEXTS.contains(name) && !value.isTextual()) {
            throw Failure.invalid(name, "must be text or null");
        }
        if (name.equals("attributes") && !value.isObject()) {
            throw Failure.invalid(name, "must be an object or null");
        }
        if (name.equals("tags") && !isListOf(value, JsonNode::isTextual)) {
            throw Failure.invalid(name, "must be a list of texts or null");
        }
        if (name.equals("identities") && !isListOf(value, CustomerPatch::isIdentity)) {
            throw Failure.invalid(name, "must be a list of objects with the texts namespace and value, or null");
        }
    }

    private static boolean isListOf(JsonNode value, Predicate<JsonNode> form) {
        if (!value.isArray()) {
            return false;
        }
        for (JsonNode element : value) {
            if (!form.test(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentity(JsonNode node) {
        return node.isObject()
                && node.path("namespace").isTextual()
                && node.path("value").isTextual();
    }

    /** The patch as the API document describes it. */
    record Shape(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String country,
            @Nullable String team,
            @Nullable List<CustomerView.IdentityView> identities,
            @Nullable List<String> tags,

            @Schema(description = "Only the named attributes change; null removes one") @Nullable
            Map<String, Object> attributes) {}
}
