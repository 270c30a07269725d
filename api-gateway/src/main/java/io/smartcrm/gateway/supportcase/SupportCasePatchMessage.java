package io.smartcrm.gateway.supportcase;

import com.fasterxml.jackson.databind.JsonNode;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseStatus;
import io.smartcrm.wire.Failure;

/** A case on its way to customer-service, put together field by field. */
final class SupportCasePatchMessage {
    private SupportCasePatchMessage() {}

    static SupportCase.Builder of(SupportCasePatch patch) {
        var message = SupportCase.newBuilder();
        patch.changes().properties().forEach(field -> set(message, field.getKey(), field.getValue()));
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
            default -> throw Failure.invalid(name, "cannot be changed; these can: " + SupportCasePatch.CHANGEABLE);
        }
    }

    private static String text(String name, JsonNode value) {
        if (!value.isTextual() && !value.isNull()) {
            throw Failure.invalid(name, "must be text or null");
        }
        return value.isNull() ? "" : value.textValue();
    }
}
