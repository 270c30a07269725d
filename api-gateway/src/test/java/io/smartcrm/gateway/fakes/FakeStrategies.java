package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.loyalty.v1.ActivateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.ActivateStrategyResponse;
import io.smartcrm.proto.loyalty.v1.CreateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.CreateStrategyResponse;
import io.smartcrm.proto.loyalty.v1.CustomerOffer;
import io.smartcrm.proto.loyalty.v1.GetStrategyRequest;
import io.smartcrm.proto.loyalty.v1.GetStrategyResponse;
import io.smartcrm.proto.loyalty.v1.GetStrategyResultsRequest;
import io.smartcrm.proto.loyalty.v1.GetStrategyResultsResponse;
import io.smartcrm.proto.loyalty.v1.GrantPoints;
import io.smartcrm.proto.loyalty.v1.LifecycleState;
import io.smartcrm.proto.loyalty.v1.LifecycleTrigger;
import io.smartcrm.proto.loyalty.v1.ListCustomerActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerActionsResponse;
import io.smartcrm.proto.loyalty.v1.ListCustomerOffersRequest;
import io.smartcrm.proto.loyalty.v1.ListCustomerOffersResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategiesRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategiesResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategyActionsRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyActionsResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategyTemplatesRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyTemplatesResponse;
import io.smartcrm.proto.loyalty.v1.ListStrategyVersionsRequest;
import io.smartcrm.proto.loyalty.v1.ListStrategyVersionsResponse;
import io.smartcrm.proto.loyalty.v1.PassedCount;
import io.smartcrm.proto.loyalty.v1.PauseStrategyRequest;
import io.smartcrm.proto.loyalty.v1.PauseStrategyResponse;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyRequest;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyResponse;
import io.smartcrm.proto.loyalty.v1.Strategy;
import io.smartcrm.proto.loyalty.v1.StrategyAction;
import io.smartcrm.proto.loyalty.v1.StrategyActionRecord;
import io.smartcrm.proto.loyalty.v1.StrategyActionState;
import io.smartcrm.proto.loyalty.v1.StrategyCount;
import io.smartcrm.proto.loyalty.v1.StrategyDefinition;
import io.smartcrm.proto.loyalty.v1.StrategyEstimate;
import io.smartcrm.proto.loyalty.v1.StrategyGroup;
import io.smartcrm.proto.loyalty.v1.StrategyPurpose;
import io.smartcrm.proto.loyalty.v1.StrategyResults;
import io.smartcrm.proto.loyalty.v1.StrategyServiceGrpc.StrategyServiceImplBase;
import io.smartcrm.proto.loyalty.v1.StrategyState;
import io.smartcrm.proto.loyalty.v1.StrategyTemplate;
import io.smartcrm.proto.loyalty.v1.StrategyTrigger;
import io.smartcrm.proto.loyalty.v1.StrategyVersion;
import io.smartcrm.proto.loyalty.v1.UpdateStrategyRequest;
import io.smartcrm.proto.loyalty.v1.UpdateStrategyResponse;
import io.smartcrm.wire.Failure;

/** One strategy that serves 5,000 customers a day. */
final class FakeStrategies extends StrategyServiceImplBase {
    private static final long EXPECTED = 5_000;
    private static final StrategyDefinition WIN_BACK = StrategyDefinition.newBuilder()
            .setName("Win back")
            .setPurpose(StrategyPurpose.STRATEGY_PURPOSE_REWARD)
            .setTrigger(StrategyTrigger.newBuilder()
                    .setLifecycle(LifecycleTrigger.newBuilder().addToStates(LifecycleState.LIFECYCLE_STATE_LAPSED)))
            .addActions(StrategyAction.newBuilder()
                    .setPoints(GrantPoints.newBuilder().setPoints(300)))
            .setHoldOut(0.1)
            .build();
    private static final StrategyActionRecord GRANTED = StrategyActionRecord.newBuilder()
            .setId(Ids.KNOWN)
            .setStrategyId(Ids.KNOWN)
            .setCustomerId(Ids.KNOWN)
            .setKind("POINTS")
            .setState(StrategyActionState.STRATEGY_ACTION_STATE_DONE)
            .setOccasion("lifecycle/LAPSED")
            .build();

    private static Strategy.Builder strategy(StrategyDefinition definition) {
        return Strategy.newBuilder()
                .setId(Ids.KNOWN)
                .setDefinition(definition)
                .setVersion(1)
                .setState(StrategyState.STRATEGY_STATE_DRAFT)
                .setReach(1000)
                .setEtag("1");
    }

    @Override
    public void createStrategy(CreateStrategyRequest request, StreamObserver<CreateStrategyResponse> answer) {
        Ids.complete(
                answer,
                CreateStrategyResponse.newBuilder()
                        .setStrategy(strategy(request.getDefinition()))
                        .build());
    }

    @Override
    public void getStrategy(GetStrategyRequest request, StreamObserver<GetStrategyResponse> answer) {
        Ids.answer(
                "strategy",
                request.getId(),
                answer,
                () -> GetStrategyResponse.newBuilder()
                        .setStrategy(strategy(WIN_BACK))
                        .build());
    }

    @Override
    public void listStrategies(ListStrategiesRequest request, StreamObserver<ListStrategiesResponse> answer) {
        Ids.complete(
                answer,
                ListStrategiesResponse.newBuilder()
                        .addStrategies(strategy(WIN_BACK))
                        .build());
    }

    @Override
    public void updateStrategy(UpdateStrategyRequest request, StreamObserver<UpdateStrategyResponse> answer) {
        Ids.complete(
                answer,
                UpdateStrategyResponse.newBuilder()
                        .setStrategy(
                                strategy(request.getDefinition()).setVersion(2).setEtag("2"))
                        .build());
    }

    @Override
    public void listStrategyVersions(
            ListStrategyVersionsRequest request, StreamObserver<ListStrategyVersionsResponse> answer) {
        Ids.complete(
                answer,
                ListStrategyVersionsResponse.newBuilder()
                        .addVersions(StrategyVersion.newBuilder()
                                .setVersion(1)
                                .setDefinition(WIN_BACK)
                                .setAuthor("ann"))
                        .build());
    }

    @Override
    public void activateStrategy(ActivateStrategyRequest request, StreamObserver<ActivateStrategyResponse> answer) {
        if (request.getConfirmedReach() < EXPECTED) {
            answer.onError(new Failure(
                            Failure.Kind.UNPROCESSABLE,
                            "REACH_NOT_CONFIRMED",
                            "about 5000 customers are to be expected")
                    .toStatus());
            return;
        }
        Ids.complete(
                answer,
                ActivateStrategyResponse.newBuilder()
                        .setStrategy(strategy(WIN_BACK)
                                .setState(StrategyState.STRATEGY_STATE_ACTIVE)
                                .setReach(request.getConfirmedReach()))
                        .build());
    }

    @Override
    public void pauseStrategy(PauseStrategyRequest request, StreamObserver<PauseStrategyResponse> answer) {
        Ids.complete(
                answer,
                PauseStrategyResponse.newBuilder()
                        .setStrategy(strategy(WIN_BACK)
                                .setState(StrategyState.STRATEGY_STATE_PAUSED)
                                .setPauseReason(request.getReason()))
                        .build());
    }

    @Override
    public void previewStrategy(PreviewStrategyRequest request, StreamObserver<PreviewStrategyResponse> answer) {
        Ids.complete(
                answer,
                PreviewStrategyResponse.newBuilder()
                        .setBasis("changes of the last day")
                        .setShare(1)
                        .setCandidates(6_000)
                        .setActing(EXPECTED)
                        .setHeldOut(500)
                        .addPassed(PassedCount.newBuilder().setReason("CAPPED").setCustomers(500))
                        .addCustomerIds(Ids.KNOWN)
                        .setPoints(1_500_000)
                        .build());
    }

    @Override
    public void getStrategyResults(
            GetStrategyResultsRequest request, StreamObserver<GetStrategyResultsResponse> answer) {
        Ids.complete(
                answer,
                GetStrategyResultsResponse.newBuilder()
                        .setResults(StrategyResults.newBuilder()
                                .setCurrencyCode("EUR")
                                .setWindowDays(30)
                                .setServed(StrategyGroup.newBuilder()
                                        .setCustomers(1800)
                                        .setBuyers(450))
                                .setHeldOut(StrategyGroup.newBuilder()
                                        .setCustomers(200)
                                        .setBuyers(40))
                                .setConversionUplift(StrategyEstimate.newBuilder()
                                        .setValue(0.05)
                                        .setLow(-0.012)
                                        .setHigh(0.103))
                                .addActions(StrategyCount.newBuilder()
                                        .setName("POINTS DONE")
                                        .setCount(1800)))
                        .build());
    }

    @Override
    public void listStrategyTemplates(
            ListStrategyTemplatesRequest request, StreamObserver<ListStrategyTemplatesResponse> answer) {
        Ids.complete(
                answer,
                ListStrategyTemplatesResponse.newBuilder()
                        .addTemplates(StrategyTemplate.newBuilder()
                                .setName("WIN_BACK")
                                .setDefinition(WIN_BACK))
                        .build());
    }

    @Override
    public void listStrategyActions(
            ListStrategyActionsRequest request, StreamObserver<ListStrategyActionsResponse> answer) {
        Ids.complete(
                answer,
                ListStrategyActionsResponse.newBuilder().addActions(GRANTED).build());
    }

    @Override
    public void listCustomerActions(
            ListCustomerActionsRequest request, StreamObserver<ListCustomerActionsResponse> answer) {
        Ids.complete(
                answer,
                ListCustomerActionsResponse.newBuilder().addActions(GRANTED).build());
    }

    @Override
    public void listCustomerOffers(
            ListCustomerOffersRequest request, StreamObserver<ListCustomerOffersResponse> answer) {
        Ids.answer(
                "customer",
                Ids.downWhereHalf(request.getCustomerId()),
                answer,
                () -> ListCustomerOffersResponse.newBuilder()
                        .addOffers(CustomerOffer.newBuilder()
                                .setId(Ids.KNOWN)
                                .setStrategyId(Ids.KNOWN)
                                .setSlot("home-top")
                                .setTitle("We miss you"))
                        .build());
    }
}
