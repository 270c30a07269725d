package io.smartcrm.loyalty.lifecycle;

import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.ACTIVE;
import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.AT_RISK;
import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.NEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.loyalty.lifecycle.TransitionRates.Rate;
import io.smartcrm.loyalty.lifecycle.TransitionRates.Stay;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TransitionRatesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final LifecycleRules RULES = new LifecycleRules(4, Duration.ofDays(90), Duration.ofDays(180));

    private final TransitionRates rates = new TransitionRates();

    /** New for 90, 10 and 30 days, each until it ended; at risk for 10 and active for 20 and 10 days, so far. */
    private void threeLives() {
        live(100, 0);
        live(30, 0, 10);
        live(40, 0, 30);
    }

    @Test
    void ratesTellSharesAndHowLongItTook() {
        // Given
        threeLives();

        // When
        List<Rate> found = rates.rates();

        // Then
        assertThat(found)
                .containsExactly(
                        new Rate(NEW, ACTIVE, 2, 2 / 3.0, 20, OptionalDouble.of(2 / 130.0)),
                        new Rate(NEW, AT_RISK, 1, 1 / 3.0, 90, OptionalDouble.of(1 / 130.0)));
    }

    @Test
    void staysThatLastCountAsFarAsTheyGot() {
        // Given
        threeLives();

        // When
        List<Stay> found = rates.stays();

        // Then
        assertThat(found)
                .containsExactly(new Stay(NEW, 3, 0, 130), new Stay(ACTIVE, 0, 2, 30), new Stay(AT_RISK, 0, 1, 10));
        assertThat(found.get(0).expectedDays()).hasValue(130 / 3.0);
        assertThat(found.get(1).expectedDays()).isEmpty();
    }

    @Test
    void whoHasNotLeftYetMakesTheExpectationLonger() {
        // Given
        live(10, 0, 10);
        live(50, 0);
        live(80, 0);

        // When
        Stay fresh = rates.stays().get(0);

        // Then
        assertThat(fresh).isEqualTo(new Stay(NEW, 1, 2, 140));
        assertThat(fresh.expectedDays()).hasValue(140);
    }

    @Test
    void theRateOfLivesThatEndByChanceIsFoundThoughMostAreCutOff() {
        // Given
        var random = new Random(7);
        double perDay = 1 / 60.0;
        for (int i = 0; i < 20_000; i++) {
            long second = Math.round(-Math.log(1 - random.nextDouble()) / perDay * 86_400);
            Instant again = START.plusSeconds(second);
            Instant asOf = START.plus(Duration.ofDays(20 + random.nextInt(30)));
            List<Instant> sales = again.isAfter(asOf) ? List.of(START) : List.of(START, again);
            rates.add(Lifecycle.of(sales, asOf, RULES), asOf);
        }

        // When
        Stay fresh = rates.stays().get(0);

        // Then
        assertThat(fresh.left()).isLessThan(fresh.staying());
        assertThat(fresh.expectedDays().orElseThrow()).isCloseTo(60, within(2.0));
    }

    @Test
    void withoutAnyTimeThereIsNoRate() {
        // Given
        live(0, 0, 0);

        // When
        List<Rate> found = rates.rates();

        // Then
        assertThat(found).containsExactly(new Rate(NEW, ACTIVE, 1, 1, 0, OptionalDouble.empty()));
    }

    private void live(int now, int... days) {
        List<Instant> sales =
                Arrays.stream(days).mapToObj(TransitionRatesTest::day).toList();
        rates.add(Lifecycle.of(sales, day(now), RULES), day(now));
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
