package io.smartcrm.gateway.supportcase;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseStatus;
import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch (RFC 7396) of a case: fields named take the value given, {@code null} empties them. */
public record SupportCasePatch(JsonNode changes) {
    private static final List<String> CHANGEABLE =
            List.of("status", "priority", "assignee", "tags", "subject", "satisfaction");

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

    SupportCase.Builder message() {
        var message = SupportCase.newBuilder();
        changes.properties().forEach(field -> set(message, field.getKey(), field.getValue()));
        return message;
    }

    private static void set(SupportCase.Builder message, String name, JsonNode value) {
        switch (name) {
            case "status" -> message.setStatus(Messages.constant(SupportCaseStatus.class, name, text(name, value)));
            case "priority" ->
                message.setPriority(Messages.constant(SupportCasePriority.class, name, text(name, value)));
            case "assignee" -> message.setAssignee(text(name, value));
            case "subject" -> message.setSubject(text(name, value));
            case "tags" -> {
                if (!value.isNull() && !value.isArray()) {
                    throw Failure.invalid(name, "must be a list of texts or null");
                }
                value.forEach(tag -> message.addTags(text(name, tag)));
            }
            case "satisfaction" -> {
                if (!value.canConvertToInt()) {
                    throw Failure.invalid(name, "must be a whole number, 1 to 5");
                }
                message.setSatisfaction(value.intValue());
            }
            default -> throw Failure.invalid(name, "cannot be changed; these can: " + CHANGEABLE);
        }
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual() && !value.isNull()) {
            throw Failure.invalid(name, "must be text or null");
        }
        return value.isNull() ? "" : value.textValue();
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
