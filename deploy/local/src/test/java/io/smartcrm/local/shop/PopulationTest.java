package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PopulationTest {
    private static final Truth TRUTH = new ShopSimulation(Size.MEDIUM, 5).truth();
    private static final Population POPULATION = TRUTH.population();
    private static final List<Person> PEOPLE =
            IntStream.range(0, 60_000).mapToObj(POPULATION::person).toList();

    @Test
    void habitsFollowTheirDistributions() {
        // Given
        PurchaseModel purchases = POPULATION.purchases();
        double meanLeaving = purchases.a() / (purchases.a() + purchases.b());

        // Then
        assertThat(mean(person -> person.habits().rate())).isCloseTo(purchases.r() / purchases.alpha(), within(0.001));
        assertThat(mean(person -> Math.pow(person.habits().rate() - purchases.r() / purchases.alpha(), 2)))
                .as("variance of the rates")
                .isCloseTo(purchases.r() / Math.pow(purchases.alpha(), 2), within(0.0005));
        assertThat(mean(person -> person.habits().leaving())).isCloseTo(meanLeaving, within(0.005));
        assertThat(mean(person -> POPULATION.spend().mean(person.habits().nu())))
                .isCloseTo(POPULATION.spend().mean(), within(0.6));
        assertThat(mean(person -> person.habits().returning())).isCloseTo(1.2 / 19.2, within(0.001));
        assertThat(mean(person -> person.habits().taste())).isCloseTo(3.5, within(0.05));
    }

    @Test
    void rateLeavingAndSpendAreIndependent() {
        // Given
        PurchaseModel purchases = POPULATION.purchases();
        double meanRate = purchases.r() / purchases.alpha();

        // Then
        assertThat(mean(person -> (person.habits().rate() / meanRate - 1)
                        * (POPULATION.spend().mean(person.habits().nu())
                                        / POPULATION.spend().mean()
                                - 1)))
                .isCloseTo(0, within(0.02));
    }

    @Test
    void repeatPurchasesAreThoseBgNbdExpects() {
        // When
        double repeats = mean(person -> TRUTH.life(person).repeats());
        double expected = mean(person ->
                POPULATION.purchases().expectedRepeats(TRUTH.calendar().end() - person.born()));

        // Then
        assertThat(repeats / expected).isCloseTo(1, within(0.02));
    }

    @Test
    void theExpectationAgreesWithThePaper() {
        // Given the CDNOW estimates
        PurchaseModel cdnow = new PurchaseModel(0.24259, 4.41360, 0.79292, 2.42591);

        // Then E[X(t)] starts at 0, rises, and for few leavers is near the pure NBD
        assertThat(cdnow.expectedRepeats(0)).isEqualTo(0);
        assertThat(cdnow.expectedRepeats(39)).isBetween(1.0, 1.2);
        assertThat(new PurchaseModel(0.5, 8, 1e-9, 3).expectedRepeats(40)).isCloseTo(2.5, within(1e-6));
    }

    @Test
    void peopleAreBornInOrderOnTheirDays() {
        for (int day = 0; day < TRUTH.calendar().days(); day += 30) {
            int first = POPULATION.firstBornOn(day);
            if (first < POPULATION.firstBornOn(day + 1)) {
                assertThat(TRUTH.calendar().dayAt(POPULATION.person(first).born()))
                        .isEqualTo(day);
            }
        }
        assertThat(POPULATION.firstBornOn(TRUTH.calendar().days())).isEqualTo(POPULATION.customers());
    }

    private static double mean(ToDoubleFunction<Person> value) {
        return PEOPLE.stream().mapToDouble(value).average().orElseThrow();
    }
}
