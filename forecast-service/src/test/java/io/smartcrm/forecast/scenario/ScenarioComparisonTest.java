package io.smartcrm.forecast.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.forecast.forecasting.DemandRegression.Effect;
import io.smartcrm.forecast.plan.DemandPlan;
import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.scenario.ScenarioComparison.UnseenException;
import io.smartcrm.forecast.scenario.ScenarioQuestion.Scenario;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScenarioComparisonTest {
    private static final LocalDate MONDAY = LocalDate.of(2025, 1, 6);
    private static final int WEEKS = 60;
    private static final DemandPlan NOTHING = new DemandPlan(new TreeMap<>(), List.of());

    /** Two weeks of promotion every ten, half a price higher in the middle, and four weeks ahead a promotion again. */
    private static final DemandPlan PLAN = new DemandPlan(
            new TreeMap<>(Map.of(MONDAY, 10.0, MONDAY.plusWeeks(20), 15.0, MONDAY.plusWeeks(40), 10.0)),
            IntStream.of(5, 15, 25, 35, 45, 55, 62)
                    .mapToObj(week -> new Promotion(
                            MONDAY.plusWeeks(week), MONDAY.plusWeeks(week + 2).minusDays(1)))
                    .toList());

    @Test
    void whatPricesAndPromotionsAreWorthIsLearnedAndTakenAway() {
        // Given a hundred pieces, forty more by promotion, and 80 less for each time e the price
        Random random = new Random(1);
        DemandHistory history = history(week -> 100
                + (PLAN.isPromoted(MONDAY.plusWeeks(week)) ? 40 : 0)
                - 80 * Math.log(PLAN.price(MONDAY.plusWeeks(week)) / 10)
                + 2 * random.nextGaussian());
        DemandPlan dearer = new DemandPlan(new TreeMap<>(Map.of(MONDAY, 11.0)), PLAN.promotions());
        DemandPlan unpromoted = new DemandPlan(PLAN.prices(), List.of());

        // When
        ScenarioComparison comparison = ScenarioComparison.of(
                question(PLAN, new Scenario("dearer", dearer), new Scenario("no promotion", unpromoted)), history);

        // Then
        assertThat(comparison.effects()).extracting(Effect::name).containsExactly("price", "promotion");
        assertThat(comparison.effects().get(0).change()).isCloseTo(-80 * Math.log(1.01), within(0.05));
        assertThat(comparison.effects().get(1).change()).isCloseTo(40, within(3.0));
        List<ScenarioForecast> forecasts = comparison.forecasts();
        assertThat(forecasts).extracting(ScenarioForecast::name).containsExactly("", "dearer", "no promotion");
        assertThat(forecasts.get(0).starts())
                .startsWith(MONDAY.plusWeeks(WEEKS))
                .hasSize(4);
        assertThat(forecasts.get(0).total()).isCloseTo(2 * 100 + 2 * 140, within(15.0));
        assertThat(forecasts.get(1).total() - forecasts.get(0).total()).isCloseTo(-4 * 80 * Math.log(1.1), within(3.0));
        assertThat(forecasts.get(2).total() - forecasts.get(0).total()).isCloseTo(-80, within(6.0));
    }

    @Test
    void withoutPricesAndPromotionsThereIsTrendAndCalendar() {
        // Given
        DemandHistory history = history(week -> 50 + week);

        // When
        ScenarioComparison comparison = ScenarioComparison.of(question(NOTHING), history);

        // Then
        assertThat(comparison.effects()).isEmpty();
        assertThat(comparison.forecasts().get(0).forecast().mean(1)).isCloseTo(110, within(1.0));
    }

    @Test
    void whatThePastNeverSawIsRefused() {
        // Given
        DemandHistory history = history(week -> 50);
        DemandPlan promoted =
                new DemandPlan(new TreeMap<>(), List.of(new Promotion(MONDAY.plusWeeks(61), MONDAY.plusWeeks(62))));
        DemandPlan onePrice = new DemandPlan(new TreeMap<>(Map.of(MONDAY, 10.0)), List.of());
        DemandPlan another = new DemandPlan(new TreeMap<>(Map.of(MONDAY, 9.0)), List.of());

        // When / Then
        assertThatThrownBy(() -> ScenarioComparison.of(question(NOTHING, new Scenario("it", promoted)), history))
                .isInstanceOf(UnseenException.class)
                .hasMessageContaining("promotion");
        assertThatThrownBy(() -> ScenarioComparison.of(question(onePrice, new Scenario("it", another)), history))
                .isInstanceOf(UnseenException.class)
                .hasMessageContaining("one price held all along");
        assertThatThrownBy(() -> ScenarioComparison.of(question(NOTHING, new Scenario("it", another)), history))
                .isInstanceOf(UnseenException.class)
                .hasMessageContaining("some futures only");
    }

    private static ScenarioQuestion question(DemandPlan plan, Scenario... others) {
        return new ScenarioQuestion(
                new DemandScope.Total(), DemandStep.WEEK, 4, plan, List.of(others), Set.of(), List.of());
    }

    private static DemandHistory history(IntToDoubleFunction quantity) {
        return new DemandHistory(
                DemandStep.WEEK,
                MONDAY,
                IntStream.range(0, WEEKS).mapToDouble(quantity).boxed().toList(),
                Optional.empty());
    }
}
