package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.GetMergeRequest;
import io.smartcrm.proto.customer.v1.GetMergeResponse;
import io.smartcrm.proto.customer.v1.ListMergesRequest;
import io.smartcrm.proto.customer.v1.ListMergesResponse;
import io.smartcrm.proto.customer.v1.Merge;
import io.smartcrm.proto.customer.v1.MergeCustomersRequest;
import io.smartcrm.proto.customer.v1.MergeCustomersResponse;
import io.smartcrm.proto.customer.v1.MergeServiceGrpc.MergeServiceImplBase;
import io.smartcrm.proto.customer.v1.MergeState;
import io.smartcrm.proto.customer.v1.UndoMergeRequest;
import io.smartcrm.proto.customer.v1.UndoMergeResponse;
import io.smartcrm.wire.Failure;

/** One merge; the fields that it tells as taken are the rule of the e-mail that was asked for. */
final class FakeMerges extends MergeServiceImplBase {
    @Override
    public void mergeCustomers(MergeCustomersRequest request, StreamObserver<MergeCustomersResponse> answer) {
        if (request.getWinnerId().equals(request.getLoserId())) {
            answer.onError(Failure.invalid("loserId", "is the winner too").toStatus());
            return;
        }
        var merge = merge(MergeState.MERGE_STATE_MERGED)
                .addTakenFields(request.getSurvivorship().getEmail().name());
        Ids.complete(answer, MergeCustomersResponse.newBuilder().setMerge(merge).build());
    }

    @Override
    public void undoMerge(UndoMergeRequest request, StreamObserver<UndoMergeResponse> answer) {
        Ids.answer(
                "merge",
                request.getId(),
                answer,
                () -> UndoMergeResponse.newBuilder()
                        .setMerge(merge(MergeState.MERGE_STATE_UNDONE))
                        .build());
    }

    @Override
    public void getMerge(GetMergeRequest request, StreamObserver<GetMergeResponse> answer) {
        Ids.answer(
                "merge",
                request.getId(),
                answer,
                () -> GetMergeResponse.newBuilder()
                        .setMerge(merge(MergeState.MERGE_STATE_MERGED))
                        .build());
    }

    @Override
    public void listMerges(ListMergesRequest request, StreamObserver<ListMergesResponse> answer) {
        Ids.complete(
                answer,
                ListMergesResponse.newBuilder()
                        .addMerges(merge(MergeState.MERGE_STATE_MERGED))
                        .build());
    }

    private static Merge.Builder merge(MergeState state) {
        return Merge.newBuilder()
                .setId(Ids.KNOWN)
                .setWinnerId("winner")
                .setLoserId("loser")
                .setState(state)
                .putMoved("orders", 3);
    }
}
