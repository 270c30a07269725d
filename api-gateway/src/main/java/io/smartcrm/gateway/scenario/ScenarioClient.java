package io.smartcrm.gateway.scenario;

import static io.smartcrm.gateway.call.Messages.finite;
import static io.smartcrm.gateway.http.Parameters.text;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.scenario.ScenarioQuestion.Plan;
import io.smartcrm.gateway.scenario.ScenarioView.EffectView;
import io.smartcrm.gateway.scenario.ScenarioView.FutureView;
import io.smartcrm.gateway.scenario.ScenarioView.StepView;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosRequest;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosResponse;
import io.smartcrm.proto.forecast.v1.DemandPlan;
import io.smartcrm.proto.forecast.v1.DemandScenario;
import io.smartcrm.proto.forecast.v1.DemandScenarioServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.DemandStep;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.PlannedPrice;
import io.smartcrm.proto.forecast.v1.PlannedPromotion;
import io.smartcrm.proto.forecast.v1.ScenarioForecast;
import io.smartcrm.proto.forecast.v1.TotalScope;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks forecast-service what if. */
@ApplicationScoped
class ScenarioClient {
    private final Calls calls;

    ScenarioClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ScenarioView> compare(ScenarioQuestion question) {
        var request = CompareDemandScenariosRequest.newBuilder()
                .setScope(scope(question))
                .setStep(Messages.constant(DemandStep.class, "step", question.step()))
                .setHorizon(question.horizon() == null ? 0 : question.horizon())
                .setPlan(plan(question.plan()))
                .addAllHolidays(question.holidays())
                .addAllPaydays(question.paydays());
        question.scenarios()
                .forEach(scenario -> request.addScenarios(DemandScenario.newBuilder()
                        .setName(text(scenario.name()))
                        .setPlan(plan(scenario.plan()))));
        return calls.read(
                        Service.FORECAST, DemandScenarioServiceGrpc.getCompareDemandScenariosMethod(), request.build())
                .map(ScenarioClient::view);
    }

    private static DemandScope scope(ScenarioQuestion question) {
        if (Stream.of(
                                question.productId(),
                                question.category(),
                                question.country(),
                                question.channel(),
                                question.segmentId())
                        .filter(Objects::nonNull)
                        .count()
                > 1) {
            throw Failure.invalid(
                    "category", "name a productId, a category, a country, a channel or a segmentId, not two of them");
        }
        var scope = DemandScope.newBuilder().setTotal(TotalScope.getDefaultInstance());
        if (question.productId() != null) {
            scope.setProductId(question.productId());
        }
        if (question.category() != null) {
            scope.setCategory(question.category());
        }
        if (question.country() != null) {
            scope.setCountry(question.country());
        }
        if (question.channel() != null) {
            scope.setChannel(question.channel());
        }
        if (question.segmentId() != null) {
            scope.setSegmentId(question.segmentId());
        }
        return scope.build();
    }

    private static DemandPlan plan(@Nullable Plan plan) {
        Plan told = plan == null ? Plan.NOTHING : plan;
        var message = DemandPlan.newBuilder();
        told.prices()
                .forEach(price -> message.addPrices(PlannedPrice.newBuilder()
                        .setFirstDay(text(price.firstDay()))
                        .setPrice(price.price())));
        told.promotions()
                .forEach(promotion -> message.addPromotions(PlannedPromotion.newBuilder()
                        .setFirstDay(text(promotion.firstDay()))
                        .setLastDay(text(promotion.lastDay()))));
        return message.build();
    }

    private static ScenarioView view(CompareDemandScenariosResponse response) {
        return new ScenarioView(
                response.getForecastsList().stream().map(ScenarioClient::view).toList(),
                response.getEffectsList().stream()
                        .map(effect -> new EffectView(
                                effect.getName(), finite(effect.getChange()), finite(effect.getStandardError())))
                        .toList());
    }

    private static FutureView view(ScenarioForecast forecast) {
        return new FutureView(
                Messages.text(forecast.getName()),
                finite(forecast.getTotal()),
                finite(forecast.getDifference()),
                forecast.getPointsList().stream().map(ScenarioClient::view).toList());
    }

    private static StepView view(ForecastPoint point) {
        return new StepView(
                LocalDate.parse(point.getWeek()),
                finite(point.getMean()),
                finite(point.getLower80()),
                finite(point.getUpper80()),
                finite(point.getLower95()),
                finite(point.getUpper95()));
    }
}
