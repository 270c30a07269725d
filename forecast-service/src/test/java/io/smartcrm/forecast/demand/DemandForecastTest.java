package io.smartcrm.forecast.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.forecast.accuracy.MethodChoice;
import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.demand.DemandQuestion.StockWish;
import io.smartcrm.forecast.forecasting.DemandClass;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.plan.DemandPlan;
import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemandForecastTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final ForecastBasis BASIS = new ForecastBasis(MethodSet.BUILT_IN, DemandPlan.NOTHING);

    @Test
    void theWeeksAfterTheHistoryAreForecastByEachMethod() {
        // Given
        DemandHistory history = history(30, week -> 100 + 5 * week);

        // When
        DemandForecast forecast = forecast(history);

        // Then
        assertThat(forecast.forecasts())
                .extracting(MethodForecast::method)
                .containsExactly(Method.THETA, Method.SNAIVE);
        MethodForecast theta = forecast.forecasts().get(0);
        assertThat(theta.recommended()).isTrue();
        assertThat(theta.seasonLength()).isEqualTo(1);
        assertThat(theta.steps())
                .extracting(StepForecast::start)
                .startsWith(MONDAY.plusWeeks(30))
                .hasSize(6);
        assertThat(theta.steps()).allSatisfy(week -> {
            assertThat(week.mean()).isBetween(week.lower80(), week.upper80());
            assertThat(week.lower95()).isLessThanOrEqualTo(week.lower80());
            assertThat(week.upper95()).isGreaterThanOrEqualTo(week.upper80());
        });
        assertThat(forecast.origins()).isEqualTo(12);
        assertThat(forecast.explanation())
                .isEqualTo(
                        "theta is recommended. Over 12 past forecasts of 6 weeks its mean absolute error was 50 %"
                                + " smaller than that of snaive. With less than two years of sales no yearly season is assumed.");
    }

    @Test
    void aYearlySeasonIsUsedOnceItWasSeenTwice() {
        // Given a strong season that the last weeks do not show
        Random random = new Random(21);
        DemandHistory history =
                history(120, week -> 500 + 300 * Math.sin(2 * Math.PI * week / 52) + 20 * random.nextGaussian());

        // When
        DemandForecast forecast = forecast(history);

        // Then
        MethodForecast first = forecast.forecasts().get(0);
        assertThat(first.method()).isEqualTo(Method.SNAIVE);
        assertThat(first.seasonLength()).isEqualTo(52);
        assertThat(first.backtest().orElseThrow().errors().wape()).isLessThan(0.1);
        assertThat(forecast.explanation()).startsWith("snaive is recommended.").doesNotContain("yearly season");
    }

    @Test
    void aShortSeriesIsForecastButNotJudged() {
        // Given
        DemandHistory history = history(5, week -> 10 + week);

        // When
        DemandForecast forecast = forecast(history);

        // Then
        assertThat(forecast.origins()).isZero();
        assertThat(forecast.forecasts()).allSatisfy(method -> {
            assertThat(method.backtest()).isEmpty();
            assertThat(method.steps()).hasSize(6);
        });
        assertThat(forecast.explanation())
                .startsWith("theta is recommended unseen: 5 weeks of sales are known, and looking back takes 16.");
    }

    @Test
    void methodsThatCannotBeToldApartFallBackToTheUsualOne() {
        // Given noise around a level, where naive and seasonal naive are the same
        Random random = new Random(22);
        DemandHistory history = history(40, week -> 100 + 10 * random.nextGaussian());

        // When
        DemandForecast forecast = DemandForecast.of(question(6, Method.NAIVE, Method.SNAIVE), history, BASIS);

        // Then
        assertThat(forecast.forecasts().get(0).method()).isEqualTo(Method.NAIVE);
        assertThat(forecast.explanation()).contains("0 % smaller", "too little to tell them apart");
    }

    @Test
    void aSingleMethodIsReportedWithItsError() {
        // Given
        DemandHistory history = history(40, week -> week % 2 == 0 ? 100 : 120);

        // When
        DemandForecast forecast = DemandForecast.of(question(1, Method.NAIVE), history, BASIS);

        // Then
        assertThat(forecast.explanation())
                .startsWith("Over 12 past forecasts of 1 week naive, the only method asked for,"
                        + " had a mean absolute error of 20.0 pieces a step.");
    }

    @Test
    void demandIsNeverBelowZero() {
        // Given
        DemandHistory history = history(30, week -> Math.max(0, 60 - 3 * week));

        // When
        DemandForecast forecast = forecast(history);

        // Then
        assertThat(forecast.forecasts())
                .flatExtracting(MethodForecast::steps)
                .allSatisfy(week -> assertThat(week.lower95()).isNotNegative());
    }

    @Test
    void withoutAWishTheMethodIsChosenForTheSeries() {
        // Given a line that the default, wary of trends, does not follow all the way
        Random random = new Random(1);
        DemandHistory history = history(60, week -> 100 + 5 * week + 8 * random.nextGaussian());

        // When
        DemandForecast forecast = DemandForecast.of(question(6), history, BASIS);

        // Then
        MethodChoice choice = forecast.choice().orElseThrow();
        assertThat(choice.method()).isNotEqualTo(Method.NAIVE);
        assertThat(forecast.forecasts())
                .extracting(MethodForecast::method)
                .containsExactly(choice.method(), Method.NAIVE);
        MethodForecast first = forecast.forecasts().get(0);
        assertThat(first.recommended()).isTrue();
        assertThat(first.backtest().orElseThrow().intervals()).hasSize(2);
        assertThat(forecast.profile().demand()).isEqualTo(DemandClass.SMOOTH);
        assertThat(forecast.explanation())
                .startsWith("The series sells steadily, in similar sizes. Its trend is strong")
                .endsWith("no yearly season is assumed.");
    }

    @Test
    void aServiceLevelAsksForStock() {
        // Given
        Random random = new Random(4);
        DemandHistory history = history(80, week -> 100 + 10 * random.nextGaussian());

        // When
        StockAdvice often = stock(history, 0.9);
        StockAdvice nearlyAlways = stock(history, 0.99);

        // Then two weeks of about a hundred, and more for the better service
        assertThat(often.decision().expected()).isBetween(185.0, 215.0);
        assertThat(often.decision().safety()).isBetween(10.0, 50.0);
        assertThat(nearlyAlways.decision().quantity())
                .isGreaterThan(often.decision().quantity());
        assertThat(nearlyAlways.decision().expected())
                .isEqualTo(often.decision().expected());
    }

    private static StockAdvice stock(DemandHistory history, double serviceLevel) {
        Optional<StockWish> wish = Optional.of(new StockWish(2, serviceLevel));
        return DemandForecast.of(
                        new DemandQuestion(new DemandScope.Total(), DemandStep.WEEK, 6, List.of(Method.SES), wish),
                        history,
                        BASIS)
                .stock()
                .orElseThrow();
    }

    @Test
    void daysHaveAWeekForASeason() {
        // Given a shop that sells on Saturdays
        Random random = new Random(8);
        DemandHistory history = new DemandHistory(
                DemandStep.DAY,
                MONDAY,
                IntStream.range(0, 60)
                        .mapToObj(day -> (day % 7 == 5 ? 200.0 : 50.0) + random.nextInt(10))
                        .toList(),
                Optional.empty());
        var question = new DemandQuestion(
                new DemandScope.Total(), DemandStep.DAY, 14, List.of(Method.SNAIVE), Optional.empty());

        // When
        MethodForecast days =
                DemandForecast.of(question, history, BASIS).forecasts().get(0);

        // Then
        assertThat(days.seasonLength()).isEqualTo(7);
        assertThat(days.steps())
                .filteredOn(day -> day.mean() > 100)
                .hasSize(2)
                .allSatisfy(day -> assertThat(day.start().getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY));
    }

    @Test
    void theSameWeeksAreForecastOnce() {
        // Given
        RecentForecasts recent = new RecentForecasts();
        DemandForecast first = recent.answer(question(4, Method.THETA), history(30, week -> 10 + week), BASIS);

        // When
        DemandForecast again = recent.answer(question(4, Method.THETA), history(30, week -> 10 + week), BASIS);
        DemandForecast later = recent.answer(question(4, Method.THETA), history(31, week -> 10 + week), BASIS);

        DemandForecast promoted = recent.answer(
                question(4, Method.THETA),
                history(30, week -> 10 + week),
                new ForecastBasis(new MethodSet(1, Method.ETS, List.of()), DemandPlan.NOTHING));

        // Then
        assertThat(again.forecasts().get(0)).isSameAs(first.forecasts().get(0));
        assertThat(promoted.forecasts().get(0)).isNotSameAs(first.forecasts().get(0));
        assertThat(later.forecasts().get(0).steps().get(0).start()).isEqualTo(MONDAY.plusWeeks(31));
    }

    @Test
    void aPlannedPromotionIsExpectedToSellWhatPastOnesDid() {
        // Given forty more in weeks that were promoted, and one such week to come
        Random random = new Random(4);
        Set<Integer> promoted = Set.of(3, 4, 9, 17, 22, 30, 31, 38, 45, 48, 53, 60);
        DemandHistory history =
                history(60, week -> 100 + (promoted.contains(week) ? 40 : 0) + 4 * random.nextGaussian());
        List<Promotion> weeks = promoted.stream()
                .map(week -> MONDAY.plusWeeks(week))
                .map(monday -> new Promotion(monday, monday.plusDays(6)))
                .toList();
        DemandPlan plan = new DemandPlan(new TreeMap<>(), weeks);

        // When
        DemandForecast told = DemandForecast.of(question(3), history, new ForecastBasis(MethodSet.BUILT_IN, plan));
        DemandForecast untold = DemandForecast.of(question(3), history, BASIS);

        // Then
        List<StepForecast> steps = told.forecasts().get(0).steps();
        assertThat(steps.get(0).mean()).isBetween(130.0, 150.0);
        assertThat(steps.get(1).mean()).isBetween(92.0, 108.0);
        assertThat(told.explanation()).contains("a promotion of the whole week +");
        assertThat(untold.explanation()).doesNotContain("promotion");
        assertThat(error(told)).isLessThan(0.5 * error(untold));
    }

    private static double error(DemandForecast forecast) {
        return forecast.forecasts().get(0).backtest().orElseThrow().errors().mae();
    }

    private static DemandForecast forecast(DemandHistory history) {
        return DemandForecast.of(question(6, Method.THETA, Method.SNAIVE), history, BASIS);
    }

    private static DemandQuestion question(int horizon, Method... methods) {
        return new DemandQuestion(
                new DemandScope.Total(), DemandStep.WEEK, horizon, List.of(methods), Optional.empty());
    }

    private static DemandHistory history(int weeks, IntToDoubleFunction quantity) {
        return new DemandHistory(
                DemandStep.WEEK,
                MONDAY,
                IntStream.range(0, weeks).mapToDouble(quantity).boxed().toList(),
                Optional.empty());
    }
}
