package io.smartcrm.gateway.loyalty;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.MoneyView;
import io.smartcrm.gateway.loyalty.AssessmentView.ActionView;
import io.smartcrm.gateway.loyalty.AssessmentView.MissingView;
import io.smartcrm.gateway.loyalty.AssessmentView.PartView;
import io.smartcrm.gateway.loyalty.AssessmentView.StepView;
import io.smartcrm.gateway.loyalty.LifecycleView.CountView;
import io.smartcrm.gateway.loyalty.LifecycleView.RateView;
import io.smartcrm.proto.loyalty.v1.AssessmentServiceGrpc;
import io.smartcrm.proto.loyalty.v1.GetLifecycleRatesRequest;
import io.smartcrm.proto.loyalty.v1.GetLifecycleRatesResponse;
import io.smartcrm.proto.loyalty.v1.GetLoyaltyAssessmentRequest;
import io.smartcrm.proto.loyalty.v1.LoyaltyAssessment;
import io.smartcrm.proto.loyalty.v1.NextBestAction;
import io.smartcrm.proto.loyalty.v1.RfmSegment;
import io.smartcrm.proto.type.v1.Money;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Asks loyalty-service for assessments. */
@ApplicationScoped
public class AssessmentClient {
    private final Calls calls;

    AssessmentClient(Calls calls) {
        this.calls = calls;
    }

    Uni<AssessmentView> assessment(String customerId) {
        return calls.read(Service.LOYALTY, AssessmentServiceGrpc.getGetLoyaltyAssessmentMethod(), of(customerId))
                .map(response -> view(response.getAssessment()));
    }

    /** The card for an answer that can do without it; no item for a customer of whom nothing is known. */
    public Uni<AssessmentView> part(String customerId) {
        return calls.readPart(Service.LOYALTY, AssessmentServiceGrpc.getGetLoyaltyAssessmentMethod(), of(customerId))
                .map(response -> view(response.getAssessment()))
                .onFailure(thrown -> thrown instanceof Failure failure && failure.kind() == Failure.Kind.NOT_FOUND)
                .recoverWithNull();
    }

    private static GetLoyaltyAssessmentRequest of(String customerId) {
        return GetLoyaltyAssessmentRequest.newBuilder()
                .setCustomerId(customerId)
                .build();
    }

    Uni<LifecycleView> rates() {
        return calls.train(
                        Service.LOYALTY,
                        AssessmentServiceGrpc.getGetLifecycleRatesMethod(),
                        GetLifecycleRatesRequest.getDefaultInstance())
                .map(AssessmentClient::view);
    }

    private static AssessmentView view(LoyaltyAssessment found) {
        return new AssessmentView(
                found.getCustomerId(),
                found.getLoyaltyIndex(),
                found.getPartsList().stream()
                        .map(part -> new PartView(part.getName(), part.getWeight(), part.getScore(), part.getReason()))
                        .toList(),
                Messages.name(found.getLifecycleState()),
                Messages.time(found.hasLifecycleTime(), found.getLifecycleTime()),
                found.getLifecycleList().stream()
                        .map(step -> new StepView(
                                Messages.name(step.getState()),
                                Messages.time(step.hasStartTime(), step.getStartTime())))
                        .toList(),
                found.getRfmSegment() == RfmSegment.RFM_SEGMENT_UNSPECIFIED
                        ? null
                        : Messages.name(found.getRfmSegment()),
                Messages.text(found.getRfmCode()),
                found.hasAlive() ? found.getAlive() : null,
                money(found.hasExpectedValue(), found.getExpectedValue()),
                found.hasSatisfaction() ? found.getSatisfaction() : null,
                Messages.text(found.getTier()),
                found.getPoints(),
                view(found.getNextBestAction()),
                found.getMissingList().stream()
                        .map(part -> new MissingView(part.getName(), part.getReason()))
                        .toList());
    }

    private static ActionView view(NextBestAction action) {
        return new ActionView(
                action.getAction(), action.getReason(), money(action.hasExpectedGain(), action.getExpectedGain()));
    }

    private static @Nullable MoneyView money(boolean present, Money money) {
        return present ? new MoneyView(money.getCurrencyCode(), money.getMinorUnits()) : null;
    }

    private static LifecycleView view(GetLifecycleRatesResponse found) {
        return new LifecycleView(
                found.getRatesList().stream()
                        .map(rate -> new RateView(
                                Messages.name(rate.getFromState()),
                                Messages.name(rate.getToState()),
                                rate.getCustomers(),
                                rate.getShare(),
                                rate.getMeanDays(),
                                rate.hasPerDay() ? rate.getPerDay() : null))
                        .toList(),
                found.getCountsList().stream()
                        .map(count -> new CountView(
                                Messages.name(count.getState()),
                                count.getCustomers(),
                                count.getLeft(),
                                count.getDays(),
                                count.hasExpectedDays() ? count.getExpectedDays() : null))
                        .toList(),
                Messages.time(found.hasAsOfTime(), found.getAsOfTime()));
    }
}
