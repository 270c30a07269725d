package io.smartcrm.loyalty.card;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.loyalty.card.Assessments.Assessment;
import io.smartcrm.loyalty.card.Assessments.Rates;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.lifecycle.TransitionRates;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.proto.loyalty.v1.AssessmentService;
import io.smartcrm.proto.loyalty.v1.GetLifecycleRatesRequest;
import io.smartcrm.proto.loyalty.v1.GetLifecycleRatesResponse;
import io.smartcrm.proto.loyalty.v1.GetLoyaltyAssessmentRequest;
import io.smartcrm.proto.loyalty.v1.GetLoyaltyAssessmentResponse;
import io.smartcrm.proto.loyalty.v1.LifecycleCount;
import io.smartcrm.proto.loyalty.v1.LifecycleRate;
import io.smartcrm.proto.loyalty.v1.LifecycleState;
import io.smartcrm.proto.loyalty.v1.LifecycleStep;
import io.smartcrm.proto.loyalty.v1.LoyaltyAssessment;
import io.smartcrm.proto.loyalty.v1.LoyaltyPart;
import io.smartcrm.proto.loyalty.v1.MissingPart;
import io.smartcrm.proto.loyalty.v1.RfmSegment;
import io.smartcrm.proto.type.v1.Money;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.UUID;

/** Loyalty assessments over gRPC. */
@GrpcService
class AssessmentGrpc implements AssessmentService {
    private final Assessments assessments;

    AssessmentGrpc(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetLoyaltyAssessmentResponse> getLoyaltyAssessment(GetLoyaltyAssessmentRequest request) {
        UUID customer = Fields.id("customerId", request.getCustomerId());
        return Uni.createFrom()
                .item(GetLoyaltyAssessmentResponse.newBuilder()
                        .setAssessment(message(customer, assessments.get(customer)))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<GetLifecycleRatesResponse> getLifecycleRates(GetLifecycleRatesRequest request) {
        Rates found = assessments.rates();
        var response = GetLifecycleRatesResponse.newBuilder();
        found.asOf().map(AssessmentGrpc::timestamp).ifPresent(response::setAsOfTime);
        found.rates().rates().forEach(rate -> response.addRates(message(rate)));
        found.rates().stays().forEach(stay -> response.addCounts(message(stay)));
        return Uni.createFrom().item(response.build());
    }

    private static LifecycleRate message(TransitionRates.Rate rate) {
        var message = LifecycleRate.newBuilder()
                .setFromState(message(rate.from()))
                .setToState(message(rate.to()))
                .setCustomers(rate.customers())
                .setShare(rate.share())
                .setMeanDays(rate.meanDays());
        rate.perDay().ifPresent(message::setPerDay);
        return message.build();
    }

    private static LifecycleCount message(TransitionRates.Stay stay) {
        var message = LifecycleCount.newBuilder()
                .setState(message(stay.state()))
                .setCustomers(stay.staying())
                .setLeft(stay.left())
                .setDays(stay.days());
        stay.expectedDays().ifPresent(message::setExpectedDays);
        return message.build();
    }

    private static LoyaltyAssessment message(UUID customer, Assessment assessment) {
        CardFacts facts = assessment.facts();
        var message = LoyaltyAssessment.newBuilder()
                .setCustomerId(customer.toString())
                .setLoyaltyIndex(assessment.index().index())
                .setLifecycleState(message(facts.lifecycle().current().name()))
                .setLifecycleTime(timestamp(facts.lifecycle().current().since()))
                .setTier(facts.membership().account().tier().orElse(""))
                .setPoints(facts.membership().account().balance().available())
                .setNextBestAction(message(assessment));
        assessment
                .index()
                .parts()
                .forEach(part -> message.addParts(LoyaltyPart.newBuilder()
                        .setName(part.name())
                        .setWeight(part.weight())
                        .setScore(part.score())
                        .setReason(part.reason())));
        facts.lifecycle()
                .states()
                .forEach(state -> message.addLifecycle(LifecycleStep.newBuilder()
                        .setState(message(state.name()))
                        .setStartTime(timestamp(state.since()))));
        facts.rfm().map(RfmCode::digits).ifPresent(message::setRfmCode);
        facts.rfm()
                .ifPresent(code -> message.setRfmSegment(
                        RfmSegment.valueOf("RFM_SEGMENT_" + code.segment().name())));
        facts.value().ifPresent(value -> message.setAlive(value.alive()));
        facts.value()
                .filter(value -> value.value() > 0)
                .ifPresent(value -> message.setExpectedValue(money(value.currencyCode(), value.value())));
        facts.satisfaction().ifPresent(known -> message.setSatisfaction(known.mean()));
        missing(message, facts);
        return message.build();
    }

    private static void missing(LoyaltyAssessment.Builder message, CardFacts facts) {
        if (facts.rfm().isEmpty()) {
            message.addMissing(part("RFM", "not scored yet, or its processing is restricted"));
        }
        if (facts.value().isEmpty()) {
            message.addMissing(part("VALUE", "no model is fitted yet, or its processing is restricted"));
        }
        if (facts.satisfaction().isEmpty()) {
            message.addMissing(part("SATISFACTION", "no support case was rated"));
        }
        if (facts.tierShare().isEmpty()) {
            message.addMissing(part("TIER", "the programme has no tiers"));
        }
        message.addMissing(part("CHURN_SCORE", "nobody publishes churn scores yet"));
        message.addMissing(part("PURCHASE_SCORE", "nobody publishes purchase scores yet"));
    }

    private static MissingPart part(String name, String reason) {
        return MissingPart.newBuilder().setName(name).setReason(reason).build();
    }

    private static io.smartcrm.proto.loyalty.v1.NextBestAction message(Assessment assessment) {
        NextBestAction action = assessment.action();
        var message = io.smartcrm.proto.loyalty.v1.NextBestAction.newBuilder()
                .setAction(action.action().name())
                .setReason(action.reason());
        assessment
                .facts()
                .value()
                .ifPresent(value ->
                        action.gain().ifPresent(gain -> message.setExpectedGain(money(value.currencyCode(), gain))));
        return message.build();
    }

    private static LifecycleState message(io.smartcrm.loyalty.lifecycle.LifecycleState.Name name) {
        return switch (name) {
            case PROSPECT -> LifecycleState.LIFECYCLE_STATE_PROSPECT;
            case NEW -> LifecycleState.LIFECYCLE_STATE_NEW;
            case ACTIVE -> LifecycleState.LIFECYCLE_STATE_ACTIVE;
            case LOYAL -> LifecycleState.LIFECYCLE_STATE_LOYAL;
            case AT_RISK -> LifecycleState.LIFECYCLE_STATE_AT_RISK;
            case LAPSED -> LifecycleState.LIFECYCLE_STATE_LAPSED;
            case WON_BACK -> LifecycleState.LIFECYCLE_STATE_WON_BACK;
        };
    }

    private static Money money(String currency, long minorUnits) {
        return Money.newBuilder()
                .setCurrencyCode(currency)
                .setMinorUnits(minorUnits)
                .build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
