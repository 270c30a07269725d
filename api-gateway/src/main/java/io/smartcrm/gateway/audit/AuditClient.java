package io.smartcrm.gateway.audit;

import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.audit.AuditViews.AnchorView;
import io.smartcrm.gateway.audit.AuditViews.BreakView;
import io.smartcrm.gateway.audit.AuditViews.EntryView;
import io.smartcrm.gateway.audit.AuditViews.VerificationView;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.AuditAnchor;
import io.smartcrm.proto.customer.v1.AuditEntry;
import io.smartcrm.proto.customer.v1.AuditServiceGrpc;
import io.smartcrm.proto.customer.v1.ListAuditAnchorsRequest;
import io.smartcrm.proto.customer.v1.ListAuditEntriesRequest;
import io.smartcrm.proto.customer.v1.VerifyAuditEntriesRequest;
import io.smartcrm.proto.customer.v1.VerifyAuditEntriesResponse;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;

/** Asks customer-service for its audit log. */
@ApplicationScoped
class AuditClient {
    private final Calls calls;

    AuditClient(Calls calls) {
        this.calls = calls;
    }

    /** @param fromTime RFC 3339 or empty, as untilTime */
    record Question(String userName, String customerId, String rpc, String fromTime, String untilTime) {}

    Uni<Page<EntryView>> list(Question question, int pageSize, String pageToken) {
        var request = ListAuditEntriesRequest.newBuilder()
                .setUserName(question.userName())
                .setCustomerId(question.customerId())
                .setRpc(question.rpc())
                .setPageSize(pageSize)
                .setPageToken(pageToken);
        String fromTime = question.fromTime();
        String untilTime = question.untilTime();
        if (!fromTime.isEmpty()) {
            request.setFromTime(time("fromTime", fromTime));
        }
        if (!untilTime.isEmpty()) {
            request.setUntilTime(time("untilTime", untilTime));
        }
        return calls.read(Service.CUSTOMER, AuditServiceGrpc.getListAuditEntriesMethod(), request.build())
                .map(response -> Page.of(response.getEntriesList(), AuditClient::view, response.getNextPageToken()));
    }

    Uni<VerificationView> verify(long from, int limit, long knownSequence, String knownHash) {
        var request =
                VerifyAuditEntriesRequest.newBuilder().setFromSequence(from).setLimit(limit);
        if (knownSequence != 0 || !knownHash.isEmpty()) {
            request.setKnown(AuditAnchor.newBuilder().setSequence(knownSequence).setHash(knownHash));
        }
        return calls.read(Service.CUSTOMER, AuditServiceGrpc.getVerifyAuditEntriesMethod(), request.build())
                .map(AuditClient::view);
    }

    Uni<Page<AnchorView>> anchors(int pageSize, String pageToken) {
        var request = ListAuditAnchorsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.CUSTOMER, AuditServiceGrpc.getListAuditAnchorsMethod(), request)
                .map(response -> Page.of(response.getAnchorsList(), AuditClient::view, response.getNextPageToken()));
    }

    private static Timestamp time(String name, String text) {
        try {
            Instant time = Instant.parse(text);
            return Timestamp.newBuilder()
                    .setSeconds(time.getEpochSecond())
                    .setNanos(time.getNano())
                    .build();
        } catch (DateTimeException malformed) {
            throw Failure.invalid(name, "'" + text + "' is not a time like 2026-03-04T05:06:07Z");
        }
    }

    private static VerificationView view(VerifyAuditEntriesResponse response) {
        return new VerificationView(
                !response.hasFirstBreak(),
                response.getChecked(),
                response.getNextSequence() == 0 ? null : response.getNextSequence(),
                response.hasFirstBreak()
                        ? new BreakView(
                                response.getFirstBreak().getSequence(),
                                Messages.name(response.getFirstBreak().getKind()))
                        : null,
                view(response.getHead()),
                response.getWaiting());
    }

    private static AnchorView view(AuditAnchor anchor) {
        return new AnchorView(
                anchor.getSequence(), anchor.getHash(), Messages.time(anchor.hasTime(), anchor.getTime()));
    }

    private static EntryView view(AuditEntry entry) {
        return new EntryView(
                entry.getSequence(),
                Messages.time(entry.hasTime(), entry.getTime()),
                Messages.text(entry.getSubject()),
                Messages.text(entry.getUserName()),
                entry.getRolesList(),
                entry.getRpc(),
                entry.getChange(),
                Messages.text(entry.getResourceKind()),
                Messages.text(entry.getResourceId()),
                Messages.text(entry.getCustomerId()),
                entry.getChangedFieldsList(),
                Messages.text(entry.getQueryShape()),
                entry.getRowCount(),
                Messages.text(entry.getPurpose()),
                entry.getOutcome(),
                Messages.text(entry.getTraceId()),
                Messages.text(entry.getRequestId()),
                entry.getHash());
    }
}
