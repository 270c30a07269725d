package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.forecast.v1.ForecastMethodServiceGrpc.ForecastMethodServiceImplBase;
import io.smartcrm.proto.forecast.v1.ListMethodPromotionsRequest;
import io.smartcrm.proto.forecast.v1.ListMethodPromotionsResponse;
import io.smartcrm.proto.forecast.v1.MethodPromotion;
import io.smartcrm.proto.forecast.v1.PromoteMethodRequest;
import io.smartcrm.proto.forecast.v1.PromoteMethodResponse;
import io.smartcrm.proto.forecast.v1.RestoreMethodRequest;
import io.smartcrm.proto.forecast.v1.RestoreMethodResponse;

/** Two versions; the next one is the third. */
final class FakeForecastMethods extends ForecastMethodServiceImplBase {
    @Override
    public void listMethodPromotions(
            ListMethodPromotionsRequest request, StreamObserver<ListMethodPromotionsResponse> answer) {
        Ids.complete(
                answer,
                ListMethodPromotionsResponse.newBuilder()
                        .addPromotions(MethodPromotion.newBuilder()
                                .setVersion(2)
                                .setMethod("theta")
                                .setRestoredVersion(1))
                        .addPromotions(MethodPromotion.newBuilder().setMethod("ensemble"))
                        .build());
    }

    @Override
    public void promoteMethod(PromoteMethodRequest request, StreamObserver<PromoteMethodResponse> answer) {
        Ids.complete(
                answer,
                PromoteMethodResponse.newBuilder()
                        .setPromotion(MethodPromotion.newBuilder()
                                .setVersion(3)
                                .setMethod(request.getMethod())
                                .addAllCandidates(request.getCandidatesList())
                                .setNote(request.getNote()))
                        .build());
    }

    @Override
    public void restoreMethod(RestoreMethodRequest request, StreamObserver<RestoreMethodResponse> answer) {
        Ids.complete(
                answer,
                RestoreMethodResponse.newBuilder()
                        .setPromotion(MethodPromotion.newBuilder()
                                .setVersion(3)
                                .setMethod("ets")
                                .setRestoredVersion(request.getVersion()))
                        .build());
    }
}
