package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.AuditAnchor;
import io.smartcrm.proto.customer.v1.AuditBreak;
import io.smartcrm.proto.customer.v1.AuditBreakKind;
import io.smartcrm.proto.customer.v1.AuditEntry;
import io.smartcrm.proto.customer.v1.AuditServiceGrpc.AuditServiceImplBase;
import io.smartcrm.proto.customer.v1.ListAuditAnchorsRequest;
import io.smartcrm.proto.customer.v1.ListAuditAnchorsResponse;
import io.smartcrm.proto.customer.v1.ListAuditEntriesRequest;
import io.smartcrm.proto.customer.v1.ListAuditEntriesResponse;
import io.smartcrm.proto.customer.v1.VerifyAuditEntriesRequest;
import io.smartcrm.proto.customer.v1.VerifyAuditEntriesResponse;

/** One entry, which tells what was asked; a chain that breaks at entry 404. */
final class FakeAudit extends AuditServiceImplBase {
    private static final AuditAnchor HEAD = AuditAnchor.newBuilder()
            .setSequence(7)
            .setHash("a".repeat(64))
            .setTime(Timestamps.fromMillis(1_700_000_000_123L))
            .build();

    @Override
    public void listAuditEntries(ListAuditEntriesRequest request, StreamObserver<ListAuditEntriesResponse> answer) {
        var entry = AuditEntry.newBuilder()
                .setSequence(7)
                .setUserName(request.getUserName())
                .setCustomerId(request.getCustomerId())
                .setRpc(request.getRpc())
                .setTime(request.getFromTime())
                .addRoles("admin")
                .addChangedFields("name")
                .setOutcome("OK")
                .setPurpose(Arrived.header("x-purpose"))
                .setHash(HEAD.getHash());
        Ids.complete(
                answer, ListAuditEntriesResponse.newBuilder().addEntries(entry).build());
    }

    @Override
    public void verifyAuditEntries(
            VerifyAuditEntriesRequest request, StreamObserver<VerifyAuditEntriesResponse> answer) {
        var response = VerifyAuditEntriesResponse.newBuilder().setChecked(7).setHead(HEAD);
        if (request.getFromSequence() == 404) {
            response.setFirstBreak(
                    AuditBreak.newBuilder().setSequence(404).setKind(AuditBreakKind.AUDIT_BREAK_KIND_MISSING));
        }
        Ids.complete(answer, response.build());
    }

    @Override
    public void listAuditAnchors(ListAuditAnchorsRequest request, StreamObserver<ListAuditAnchorsResponse> answer) {
        Ids.complete(
                answer, ListAuditAnchorsResponse.newBuilder().addAnchors(HEAD).build());
    }
}
