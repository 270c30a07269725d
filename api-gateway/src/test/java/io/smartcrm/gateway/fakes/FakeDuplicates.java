package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.AcceptDuplicateRequest;
import io.smartcrm.proto.customer.v1.AcceptDuplicateResponse;
import io.smartcrm.proto.customer.v1.DataJobKind;
import io.smartcrm.proto.customer.v1.DataJobState;
import io.smartcrm.proto.customer.v1.Duplicate;
import io.smartcrm.proto.customer.v1.DuplicateServiceGrpc.DuplicateServiceImplBase;
import io.smartcrm.proto.customer.v1.DuplicateState;
import io.smartcrm.proto.customer.v1.FindDuplicatesRequest;
import io.smartcrm.proto.customer.v1.FindDuplicatesResponse;
import io.smartcrm.proto.customer.v1.ListDuplicatesRequest;
import io.smartcrm.proto.customer.v1.ListDuplicatesResponse;
import io.smartcrm.proto.customer.v1.RejectDuplicateRequest;
import io.smartcrm.proto.customer.v1.RejectDuplicateResponse;

/** One pair in whatever state is asked for. */
final class FakeDuplicates extends DuplicateServiceImplBase {
    @Override
    public void findDuplicates(FindDuplicatesRequest request, StreamObserver<FindDuplicatesResponse> answer) {
        Ids.complete(
                answer,
                FindDuplicatesResponse.newBuilder()
                        .setJob(FakeDataJobs.job(
                                DataJobKind.DATA_JOB_KIND_DUPLICATES, DataJobState.DATA_JOB_STATE_WAITING))
                        .build());
    }

    @Override
    public void listDuplicates(ListDuplicatesRequest request, StreamObserver<ListDuplicatesResponse> answer) {
        Ids.complete(
                answer,
                ListDuplicatesResponse.newBuilder()
                        .addDuplicates(pair(request.getState()))
                        .build());
    }

    @Override
    public void acceptDuplicate(AcceptDuplicateRequest request, StreamObserver<AcceptDuplicateResponse> answer) {
        Ids.answer(
                "duplicate",
                request.getId(),
                answer,
                () -> AcceptDuplicateResponse.newBuilder()
                        .setDuplicate(pair(DuplicateState.DUPLICATE_STATE_MERGED))
                        .build());
    }

    @Override
    public void rejectDuplicate(RejectDuplicateRequest request, StreamObserver<RejectDuplicateResponse> answer) {
        Ids.answer(
                "duplicate",
                request.getId(),
                answer,
                () -> RejectDuplicateResponse.newBuilder()
                        .setDuplicate(pair(DuplicateState.DUPLICATE_STATE_REJECTED))
                        .build());
    }

    private static Duplicate pair(DuplicateState state) {
        return Duplicate.newBuilder()
                .setId(Ids.KNOWN)
                .setFirstCustomerId("one")
                .setSecondCustomerId("other")
                .setState(state)
                .setProbability(.75)
                .setWeight(4.5)
                .putAgreement("name", "SIMILAR")
                .build();
    }
}
