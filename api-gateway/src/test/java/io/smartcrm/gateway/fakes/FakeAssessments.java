package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.AssessmentServiceGrpc.AssessmentServiceImplBase;
import io.smartcrm.proto.loyalty.v1.GetLifecycleRatesRequest;
import io.smartcrm.proto.loyalty.v1.GetLifecycleRatesResponse;
import io.smartcrm.proto.loyalty.v1.GetLoyaltyAssessmentRequest;
import io.smartcrm.proto.loyalty.v1.GetLoyaltyAssessmentResponse;
import io.smartcrm.proto.loyalty.v1.LifecycleCount;
import io.smartcrm.proto.loyalty.v1.LifecycleRate;
import io.smartcrm.proto.loyalty.v1.LifecycleState;
import io.smartcrm.proto.loyalty.v1.LoyaltyAssessment;
import io.smartcrm.proto.loyalty.v1.MissingPart;
import io.smartcrm.proto.loyalty.v1.NextBestAction;

/** A customer at risk of whom little is known. */
final class FakeAssessments extends AssessmentServiceImplBase {
    @Override
    public void getLoyaltyAssessment(
            GetLoyaltyAssessmentRequest request, StreamObserver<GetLoyaltyAssessmentResponse> answer) {
        Ids.answer(
                "loyalty assessment",
                Ids.downWhereHalf(request.getCustomerId()),
                answer,
                () -> GetLoyaltyAssessmentResponse.newBuilder()
                        .setAssessment(LoyaltyAssessment.newBuilder()
                                .setCustomerId(request.getCustomerId())
                                .setLoyaltyIndex(37.5)
                                .setLifecycleState(LifecycleState.LIFECYCLE_STATE_AT_RISK)
                                .setNextBestAction(NextBestAction.newBuilder()
                                        .setAction("WIN_BACK")
                                        .setReason("silent"))
                                .addMissing(MissingPart.newBuilder()
                                        .setName("CHURN_SCORE")
                                        .setReason("nobody publishes churn scores yet")))
                        .build());
    }

    @Override
    public void getLifecycleRates(GetLifecycleRatesRequest request, StreamObserver<GetLifecycleRatesResponse> answer) {
        Ids.complete(
                answer,
                GetLifecycleRatesResponse.newBuilder()
                        .addRates(LifecycleRate.newBuilder()
                                .setFromState(LifecycleState.LIFECYCLE_STATE_ACTIVE)
                                .setToState(LifecycleState.LIFECYCLE_STATE_AT_RISK)
                                .setShare(0.4)
                                .setPerDay(0.01))
                        .addCounts(LifecycleCount.newBuilder()
                                .setState(LifecycleState.LIFECYCLE_STATE_NEW)
                                .setCustomers(3))
                        .addCounts(LifecycleCount.newBuilder()
                                .setState(LifecycleState.LIFECYCLE_STATE_ACTIVE)
                                .setLeft(2)
                                .setDays(80)
                                .setExpectedDays(40))
                        .build());
    }
}
