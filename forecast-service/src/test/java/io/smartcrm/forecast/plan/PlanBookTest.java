package io.smartcrm.forecast.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.plan.PlanEntry.Content;
import io.smartcrm.forecast.plan.PlanEntry.Planned;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanBookTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final DemandScope CHAIR = new DemandScope.Product(UUID.randomUUID());
    private static final Promotion EVERYTHING = week(0);
    private static final Promotion HOME = week(1);
    private static final Promotion KITCHEN = week(2);
    private static final Promotion ONE_CHAIR = week(3);

    private final PlanBook book = PlanBook.of(List.of(
            entry(new DemandScope.Total(), new Planned.Promoted(EVERYTHING)),
            entry(new DemandScope.Category("Home"), new Planned.Promoted(HOME)),
            entry(new DemandScope.Category("Home / Kitchen"), new Planned.Promoted(KITCHEN)),
            entry(CHAIR, new Planned.Promoted(ONE_CHAIR)),
            entry(CHAIR, new Planned.Priced(MONDAY, 20)),
            entry(new DemandScope.Category("Home"), new Planned.Priced(MONDAY, 1))));

    @Test
    void promotionsOfWhatSomethingIsInCountForIt() {
        // When
        DemandPlan total = book.of(new DemandScope.Total(), List.of());
        DemandPlan kitchen = book.of(new DemandScope.Category("Home / Kitchen"), DemandScope.above("Home / Kitchen"));
        DemandPlan chair = book.of(CHAIR, List.of("Home / Kitchen", "Home"));
        DemandPlan france = book.of(new DemandScope.Country("France"), List.of());

        // Then
        assertThat(total.promotions()).containsExactly(EVERYTHING);
        assertThat(kitchen.promotions()).containsExactlyInAnyOrder(EVERYTHING, HOME, KITCHEN);
        assertThat(chair.promotions()).containsExactlyInAnyOrder(EVERYTHING, HOME, KITCHEN, ONE_CHAIR);
        assertThat(france.promotions()).containsExactly(EVERYTHING);
    }

    @Test
    void aPriceIsThatOfItsOwnScopeOnly() {
        // When
        DemandPlan chair = book.of(CHAIR, List.of("Home"));
        DemandPlan kitchen = book.of(new DemandScope.Category("Home / Kitchen"), List.of("Home"));

        // Then
        assertThat(chair.prices()).containsExactly(Map.entry(MONDAY, 20.0));
        assertThat(kitchen.prices()).isEmpty();
    }

    @Test
    void ofTwoPricesFromTheSameDayThatOfTheOtherPlanCounts() {
        // Given
        DemandPlan kept = new DemandPlan(new TreeMap<>(Map.of(MONDAY, 10.0)), List.of(HOME));
        DemandPlan told =
                new DemandPlan(new TreeMap<>(Map.of(MONDAY, 12.0, MONDAY.plusDays(1), 13.0)), List.of(HOME, KITCHEN));

        // When
        DemandPlan both = kept.and(told);

        // Then
        assertThat(both.prices()).isEqualTo(told.prices());
        assertThat(both.promotions()).containsExactly(HOME, KITCHEN);
    }

    @Test
    void stepsAreToldTheShareOfTheirDaysThatIsPromoted() {
        // Given
        DemandHistory history = new DemandHistory(DemandStep.WEEK, MONDAY, List.of(1.0, 2.0), Optional.empty());
        DemandPlan plan =
                new DemandPlan(new TreeMap<>(), List.of(new Promotion(MONDAY.plusDays(5), MONDAY.plusDays(13))));

        // When
        var promotion = plan.events(history, 1).regressors().get(0);

        // Then
        assertThat(promotion.steps()).isEqualTo(3);
        assertThat(promotion.value(0)).isEqualTo(2.0 / 7);
        assertThat(promotion.value(1)).isEqualTo(1);
        assertThat(promotion.value(2)).isZero();
        assertThat(DemandPlan.NOTHING.events(history, 1).regressors()).isEmpty();
    }

    private static Promotion week(int week) {
        return new Promotion(MONDAY.plusWeeks(week), MONDAY.plusWeeks(week).plusDays(6));
    }

    private static PlanEntry entry(DemandScope scope, Planned planned) {
        return new PlanEntry(UUID.randomUUID(), new Content(scope, planned, ""), "anna", Instant.EPOCH);
    }
}
