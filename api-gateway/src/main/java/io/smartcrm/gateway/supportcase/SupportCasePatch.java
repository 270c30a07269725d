package io.smartcrm.gateway.supportcase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch (RFC 7396) of a case: fields named take the value given, {@code null} empties them. */
public record SupportCasePatch(JsonNode changes) {
    static final List<String> CHANGEABLE = List.of("status", "priority", "assignee", "tags", "subject", "satisfaction");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SupportCasePatch {
        if (!changes.isObject() || changes.isEmpty()) {
            throw Failure.invalid("", "a merge patch is an object with at least one field");
        }
    }

    List<String> paths() {
        List<String> paths = new ArrayList<>();
        changes.fieldNames().forEachRemaining(paths::add);
        return paths;
    }

    /** The patch as the API document describes it. */
    record Shape(
            @Nullable String status,
            @Nullable String priority,
            @Nullable String assignee,
            @Nullable List<String> tags,
            @Nullable String subject,
            @Nullable Integer satisfaction) {}
}
