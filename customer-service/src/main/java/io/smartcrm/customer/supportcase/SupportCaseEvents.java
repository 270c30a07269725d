package io.smartcrm.customer.supportcase;

import com.google.protobuf.Timestamp;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.SupportCaseAuthor;
import io.smartcrm.proto.customer.v1.SupportCaseChanged;
import io.smartcrm.proto.customer.v1.SupportCaseErased;
import io.smartcrm.proto.customer.v1.SupportCaseEvent;
import io.smartcrm.proto.customer.v1.SupportCasePriority;
import io.smartcrm.proto.customer.v1.SupportCaseStatus;
import io.smartcrm.wire.Topics;
import java.time.Instant;

/** What the rest of the suite learns about cases: everything but what was said. */
final class SupportCaseEvents {
    private SupportCaseEvents() {}

    static OutboxEvent changed(SupportCase changed) {
        var fact = SupportCaseChanged.newBuilder()
                .setSupportCase(wordless(changed))
                .build();
        return OutboxEvent.of(
                Topics.SUPPORT_CASES,
                changed.customerId().toString(),
                fact,
                SupportCaseEvent.newBuilder().setSupportCaseChanged(fact).build());
    }

    static OutboxEvent erased(SupportCase erased) {
        var fact = SupportCaseErased.newBuilder()
                .setId(erased.id().toString())
                .setCustomerId(erased.customerId().toString())
                .build();
        return OutboxEvent.of(
                Topics.SUPPORT_CASES,
                erased.customerId().toString(),
                fact,
                SupportCaseEvent.newBuilder().setSupportCaseErased(fact).build());
    }

    /** The message without the subject. */
    static io.smartcrm.proto.customer.v1.SupportCase.Builder wordless(SupportCase found) {
        CaseParts parts = found.parts();
        var message = io.smartcrm.proto.customer.v1.SupportCase.newBuilder()
                .setId(found.id().toString())
                .setCustomerId(found.customerId().toString())
                .setStatus(message(parts.status()))
                .setPriority(message(parts.priority()))
                .setChannel(parts.channel())
                .addAllTags(parts.tags())
                .setAssignee(parts.assignee())
                .setOpenTime(timestamp(found.openTime()))
                .setUpdateTime(timestamp(found.updateTime()))
                .setSatisfaction(parts.satisfaction())
                .setMessageCount(found.messageCount())
                .setEtag(found.etag())
                .setVersion(found.version());
        found.firstResponseTime().map(SupportCaseEvents::timestamp).ifPresent(message::setFirstResponseTime);
        found.resolveTime().map(SupportCaseEvents::timestamp).ifPresent(message::setResolveTime);
        return message;
    }

    static SupportCaseAuthor message(CaseAuthor author) {
        return switch (author) {
            case CUSTOMER -> SupportCaseAuthor.SUPPORT_CASE_AUTHOR_CUSTOMER;
            case AGENT -> SupportCaseAuthor.SUPPORT_CASE_AUTHOR_AGENT;
            case NOTE -> SupportCaseAuthor.SUPPORT_CASE_AUTHOR_NOTE;
        };
    }

    private static SupportCaseStatus message(CaseStatus status) {
        return switch (status) {
            case NEW -> SupportCaseStatus.SUPPORT_CASE_STATUS_NEW;
            case OPEN -> SupportCaseStatus.SUPPORT_CASE_STATUS_OPEN;
            case PENDING -> SupportCaseStatus.SUPPORT_CASE_STATUS_PENDING;
            case RESOLVED -> SupportCaseStatus.SUPPORT_CASE_STATUS_RESOLVED;
            case CLOSED -> SupportCaseStatus.SUPPORT_CASE_STATUS_CLOSED;
            case REOPENED -> SupportCaseStatus.SUPPORT_CASE_STATUS_REOPENED;
        };
    }

    private static SupportCasePriority message(CasePriority priority) {
        return switch (priority) {
            case LOW -> SupportCasePriority.SUPPORT_CASE_PRIORITY_LOW;
            case NORMAL -> SupportCasePriority.SUPPORT_CASE_PRIORITY_NORMAL;
            case HIGH -> SupportCasePriority.SUPPORT_CASE_PRIORITY_HIGH;
            case URGENT -> SupportCasePriority.SUPPORT_CASE_PRIORITY_URGENT;
        };
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
