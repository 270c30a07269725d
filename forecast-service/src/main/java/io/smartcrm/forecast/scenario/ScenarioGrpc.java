package io.smartcrm.forecast.scenario;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.demand.QuestionGrpc;
import io.smartcrm.forecast.forecasting.Interval;
import io.smartcrm.forecast.plan.DaysGrpc;
import io.smartcrm.forecast.plan.DemandPlan;
import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.scenario.ScenarioQuestion.Scenario;
import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.forecast.series.ScopeGrpc;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosRequest;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosResponse;
import io.smartcrm.proto.forecast.v1.DemandEffect;
import io.smartcrm.proto.forecast.v1.DemandScenarioService;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.PlannedPrice;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The gRPC edge of what-if. */
@GrpcService
public class ScenarioGrpc implements DemandScenarioService {
    private static final int MOST_SCENARIOS = 10;
    private static final int MOST_DAYS = 1_000;
    private static final int LONGEST_NAME = 100;
    private static final int LAST_DAY_OF_MONTH = 31;

    private final DemandScenarios scenarios;

    ScenarioGrpc(DemandScenarios scenarios) {
        this.scenarios = scenarios;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<CompareDemandScenariosResponse> compareDemandScenarios(CompareDemandScenariosRequest request) {
        DemandStep step = QuestionGrpc.step(request.getStep());
        var question = new ScenarioQuestion(
                ScopeGrpc.scope(request.getScope()),
                step,
                QuestionGrpc.horizon(request.getHorizon(), step),
                plan("plan", request.getPlan()),
                others(request.getScenariosList()),
                holidays(request.getHolidaysList()),
                paydays(request.getPaydaysList()));
        return scenarios.compare(question).map(ScenarioGrpc::message);
    }

    private static List<Scenario> others(List<io.smartcrm.proto.forecast.v1.DemandScenario> scenarios) {
        atMost("scenarios", scenarios.size(), MOST_SCENARIOS);
        List<Scenario> others = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            String field = "scenarios[" + i + "]";
            String name = scenarios.get(i).getName();
            if (name.isBlank() || name.length() > LONGEST_NAME) {
                throw Failure.invalid(field + ".name", "must have 1 to " + LONGEST_NAME + " characters, not all blank");
            }
            others.add(new Scenario(name, plan(field + ".plan", scenarios.get(i).getPlan())));
        }
        return others;
    }

    private static DemandPlan plan(String field, io.smartcrm.proto.forecast.v1.DemandPlan plan) {
        atMost(field + ".prices", plan.getPricesCount(), MOST_DAYS);
        atMost(field + ".promotions", plan.getPromotionsCount(), MOST_DAYS);
        NavigableMap<LocalDate, Double> prices = new TreeMap<>();
        for (int i = 0; i < plan.getPricesCount(); i++) {
            PlannedPrice price = plan.getPrices(i);
            String place = field + ".prices[" + i + "]";
            double value = DaysGrpc.price(place, price);
            if (prices.put(DaysGrpc.day(place + ".firstDay", price.getFirstDay()), value) != null) {
                throw Failure.invalid(place + ".firstDay", price.getFirstDay() + " has a price already");
            }
        }
        List<Promotion> promotions = new ArrayList<>();
        for (int i = 0; i < plan.getPromotionsCount(); i++) {
            promotions.add(DaysGrpc.promotion(field + ".promotions[" + i + "]", plan.getPromotions(i)));
        }
        return new DemandPlan(prices, promotions);
    }

    private static Set<LocalDate> holidays(List<String> days) {
        atMost("holidays", days.size(), MOST_DAYS);
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            holidays.add(DaysGrpc.day("holidays[" + i + "]", days.get(i)));
        }
        return holidays;
    }

    private static List<Integer> paydays(List<Integer> days) {
        atMost("paydays", days.size(), LAST_DAY_OF_MONTH);
        for (int i = 0; i < days.size(); i++) {
            if (days.get(i) < 1 || days.get(i) > LAST_DAY_OF_MONTH) {
                throw Failure.invalid("paydays[" + i + "]", days.get(i) + " is no day of a month");
            }
        }
        return days;
    }

    private static void atMost(String field, int count, int most) {
        if (count > most) {
            throw Failure.invalid(field, count + " of them; " + most + " are allowed");
        }
    }

    private static CompareDemandScenariosResponse message(ScenarioComparison comparison) {
        var response = CompareDemandScenariosResponse.newBuilder();
        double planned = comparison.forecasts().get(0).total();
        comparison.forecasts().forEach(forecast -> response.addForecasts(message(forecast, planned)));
        comparison
                .effects()
                .forEach(effect -> response.addEffects(DemandEffect.newBuilder()
                        .setName(effect.name())
                        .setChange(effect.change())
                        .setStandardError(effect.standardError())));
        return response.build();
    }

    private static io.smartcrm.proto.forecast.v1.ScenarioForecast message(ScenarioForecast scenario, double planned) {
        var message = io.smartcrm.proto.forecast.v1.ScenarioForecast.newBuilder()
                .setName(scenario.name())
                .setTotal(scenario.total())
                .setDifference(scenario.total() - planned);
        Interval inner = scenario.forecast().interval(ScenarioComparison.LEVELS[0]);
        Interval outer = scenario.forecast().interval(ScenarioComparison.LEVELS[1]);
        for (int step = 1; step <= scenario.starts().size(); step++) {
            message.addPoints(ForecastPoint.newBuilder()
                    .setWeek(scenario.starts().get(step - 1).toString())
                    .setMean(scenario.forecast().mean(step))
                    .setLower80(inner.lower(step))
                    .setUpper80(inner.upper(step))
                    .setLower95(outer.lower(step))
                    .setUpper95(outer.upper(step)));
        }
        return message.build();
    }
}
