package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.Erasure;
import io.smartcrm.proto.customer.v1.ErasureState;
import io.smartcrm.proto.customer.v1.GetErasureReceiptRequest;
import io.smartcrm.proto.customer.v1.GetErasureReceiptResponse;
import io.smartcrm.proto.customer.v1.GetErasureRequest;
import io.smartcrm.proto.customer.v1.GetErasureResponse;
import io.smartcrm.proto.customer.v1.GetProcessingLimitsRequest;
import io.smartcrm.proto.customer.v1.GetProcessingLimitsResponse;
import io.smartcrm.proto.customer.v1.ListErasuresRequest;
import io.smartcrm.proto.customer.v1.ListErasuresResponse;
import io.smartcrm.proto.customer.v1.PrivacyServiceGrpc.PrivacyServiceImplBase;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import io.smartcrm.proto.customer.v1.RequestErasureRequest;
import io.smartcrm.proto.customer.v1.RequestErasureResponse;
import io.smartcrm.proto.customer.v1.UpdateProcessingLimitsRequest;
import io.smartcrm.proto.customer.v1.UpdateProcessingLimitsResponse;
import io.smartcrm.wire.Failure;

/** One erasure that is complete; limits as they are told. */
final class FakePrivacy extends PrivacyServiceImplBase {
    @Override
    public void getProcessingLimits(
            GetProcessingLimitsRequest request, StreamObserver<GetProcessingLimitsResponse> answer) {
        var limits = ProcessingLimits.newBuilder()
                .setCustomerId(request.getCustomerId())
                .setEtag("1");
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> GetProcessingLimitsResponse.newBuilder().setLimits(limits).build());
    }

    @Override
    public void updateProcessingLimits(
            UpdateProcessingLimitsRequest request, StreamObserver<UpdateProcessingLimitsResponse> answer) {
        if (!request.getLimits().getEtag().equals("1")) {
            answer.onError(new Failure(Failure.Kind.STALE, "LIMITS_CHANGED", "read them again").toStatus());
            return;
        }
        Ids.complete(
                answer,
                UpdateProcessingLimitsResponse.newBuilder()
                        .setLimits(request.getLimits().toBuilder().setEtag("2"))
                        .build());
    }

    @Override
    public void requestErasure(RequestErasureRequest request, StreamObserver<RequestErasureResponse> answer) {
        Ids.answer(
                "customer",
                request.getCustomerId(),
                answer,
                () -> RequestErasureResponse.newBuilder()
                        .setErasure(erasure().setReason(request.getReason()))
                        .build());
    }

    @Override
    public void getErasure(GetErasureRequest request, StreamObserver<GetErasureResponse> answer) {
        Ids.answer(
                "erasure",
                request.getId(),
                answer,
                () -> GetErasureResponse.newBuilder().setErasure(erasure()).build());
    }

    @Override
    public void listErasures(ListErasuresRequest request, StreamObserver<ListErasuresResponse> answer) {
        Ids.complete(
                answer, ListErasuresResponse.newBuilder().addErasures(erasure()).build());
    }

    @Override
    public void getErasureReceipt(GetErasureReceiptRequest request, StreamObserver<GetErasureReceiptResponse> answer) {
        Ids.answer(
                "erasure",
                request.getId(),
                answer,
                () -> GetErasureReceiptResponse.newBuilder()
                        .setReceipt("{\"erasure\": \"" + request.getId() + "\"}")
                        .setHash("b".repeat(64))
                        .build());
    }

    private static Erasure.Builder erasure() {
        return Erasure.newBuilder()
                .setId(Ids.KNOWN)
                .setCustomerId(Ids.KNOWN)
                .setState(ErasureState.ERASURE_STATE_COMPLETE);
    }
}
