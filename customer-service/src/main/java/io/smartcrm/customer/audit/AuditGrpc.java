package io.smartcrm.customer.audit;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.proto.customer.v1.AuditBreak;
import io.smartcrm.proto.customer.v1.AuditBreakKind;
import io.smartcrm.proto.customer.v1.AuditService;
import io.smartcrm.proto.customer.v1.ListAuditAnchorsRequest;
import io.smartcrm.proto.customer.v1.ListAuditAnchorsResponse;
import io.smartcrm.proto.customer.v1.ListAuditEntriesRequest;
import io.smartcrm.proto.customer.v1.ListAuditEntriesResponse;
import io.smartcrm.proto.customer.v1.VerifyAuditEntriesRequest;
import io.smartcrm.proto.customer.v1.VerifyAuditEntriesResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The audit log over gRPC. */
@GrpcService
class AuditGrpc implements AuditService {
    private static final String ANCHORS = "audit-anchors";

    private final Audits audits;

    AuditGrpc(Audits audits) {
        this.audits = audits;
    }

    @Override
    @Blocking
    @RolesAllowed("admin")
    public Uni<ListAuditEntriesResponse> listAuditEntries(ListAuditEntriesRequest request) {
        var query = new AuditQuery(
                        request.getUserName(),
                        request.getCustomerId(),
                        request.getRpc(),
                        time(request.hasFromTime(), request.getFromTime()),
                        time(request.hasUntilTime(), request.getUntilTime()),
                        PageToken.pageSize(request.getPageSize()),
                        Optional.empty())
                .after(request.getPageToken());
        List<ChainLink> found = audits.list(query);
        var response = ListAuditEntriesResponse.newBuilder();
        found.stream().limit(query.size()).map(AuditGrpc::message).forEach(response::addEntries);
        if (found.size() > query.size()) {
            response.setNextPageToken(
                    query.tokenAfter(found.get(query.size() - 1).entry()));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed("admin")
    public Uni<VerifyAuditEntriesResponse> verifyAuditEntries(VerifyAuditEntriesRequest request) {
        Optional<AuditAnchor> known = request.hasKnown() ? Optional.of(known(request.getKnown())) : Optional.empty();
        var found = audits.verify(request.getFromSequence(), request.getLimit(), known);
        var response = VerifyAuditEntriesResponse.newBuilder()
                .setChecked(found.checked())
                .setNextSequence(found.next())
                .setHead(AuditEvents.message(found.head()))
                .setWaiting(found.waiting());
        found.firstBreak()
                .ifPresent(broken -> response.setFirstBreak(
                        AuditBreak.newBuilder().setSequence(broken.sequence()).setKind(kind(broken.kind()))));
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed("admin")
    public Uni<ListAuditAnchorsResponse> listAuditAnchors(ListAuditAnchorsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        long before = request.getPageToken().isEmpty() ? Long.MAX_VALUE : sequence(request.getPageToken());
        List<AuditAnchor> found = audits.anchors(before, size + 1);
        var response = ListAuditAnchorsResponse.newBuilder();
        found.stream().limit(size).map(AuditEvents::message).forEach(response::addAnchors);
        if (found.size() > size) {
            response.setNextPageToken(
                    PageToken.of(Long.toString(found.get(size - 1).sequence())).encode(ANCHORS));
        }
        return Uni.createFrom().item(response.build());
    }

    private static long sequence(String token) {
        try {
            return Long.parseLong(PageToken.decode(token, ANCHORS, 1).keys().get(0));
        } catch (NumberFormatException forged) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }

    private static AuditAnchor known(io.smartcrm.proto.customer.v1.AuditAnchor anchor) {
        if (anchor.getSequence() < 1 || !anchor.getHash().matches("[0-9a-f]{64}")) {
            throw Failure.invalid("known", "needs the sequence, from 1, and the hash of 64 hexadecimal digits");
        }
        return new AuditAnchor(anchor.getSequence(), anchor.getHash(), Instant.EPOCH);
    }

    private static Optional<Instant> time(boolean present, Timestamp time) {
        return present ? Optional.of(Instant.ofEpochSecond(time.getSeconds(), time.getNanos())) : Optional.empty();
    }

    private static AuditBreakKind kind(ChainCheck.Kind kind) {
        return switch (kind) {
            case CHANGED -> AuditBreakKind.AUDIT_BREAK_KIND_CHANGED;
            case MISSING -> AuditBreakKind.AUDIT_BREAK_KIND_MISSING;
            case TRUNCATED -> AuditBreakKind.AUDIT_BREAK_KIND_TRUNCATED;
            case REWRITTEN -> AuditBreakKind.AUDIT_BREAK_KIND_REWRITTEN;
        };
    }

    private static io.smartcrm.proto.customer.v1.AuditEntry message(ChainLink link) {
        AuditEntry entry = link.entry();
        return io.smartcrm.proto.customer.v1.AuditEntry.newBuilder()
                .setSequence(link.sequence())
                .setTime(AuditEvents.timestamp(entry.time()))
                .setSubject(entry.actor().subject())
                .setUserName(entry.actor().userName())
                .addAllRoles(entry.actor().roles())
                .setRpc(entry.deed().rpc())
                .setChange(entry.deed().change())
                .setResourceKind(entry.deed().resourceKind())
                .setResourceId(entry.deed().resourceId())
                .setCustomerId(entry.deed().customerId())
                .addAllChangedFields(entry.deed().changedFields())
                .setQueryShape(entry.deed().queryShape())
                .setRowCount(entry.deed().rows())
                .setPurpose(entry.purpose())
                .setOutcome(entry.outcome())
                .setTraceId(entry.traceId())
                .setRequestId(entry.requestId())
                .setHash(link.hash())
                .build();
    }
}
