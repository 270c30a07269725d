package io.smartcrm.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.loyalty.earning.TierPolicy.Measure;
import io.smartcrm.loyalty.earning.TierPolicy.Standing;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TierPolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Tier SILVER = new Tier("silver", 100);
    private static final Tier GOLD = new Tier("gold", 500);
    private static final TierPolicy POLICY =
            new TierPolicy(Measure.POINTS, Period.ofMonths(12), Period.ofDays(30), List.of(SILVER, GOLD));

    @Test
    void whoEarnsATierHasItAtOnceAndIsToldWhatTheNextNeeds() {
        // When
        Standing standing = POLICY.review(Optional.empty(), Optional.empty(), 120, NOW);

        // Then
        assertThat(standing)
                .isEqualTo(new Standing(Optional.of("silver"), Optional.empty(), Optional.of(GOLD), 120, 380));
    }

    @Test
    void aTierThatIsNoLongerEarnedStaysForTheGrace() {
        // When
        Standing first = POLICY.review(Optional.of("gold"), Optional.empty(), 120, NOW);
        Standing later = POLICY.review(first.tier(), first.graceEndTime(), 120, NOW.plusSeconds(86_400));
        Standing after = POLICY.review(
                later.tier(), later.graceEndTime(), 120, later.graceEndTime().orElseThrow());

        // Then
        assertThat(first.tier()).contains("gold");
        assertThat(first.graceEndTime()).contains(Instant.parse("2026-04-30T12:00:00Z"));
        assertThat(later.graceEndTime()).isEqualTo(first.graceEndTime());
        assertThat(after.tier()).contains("silver");
        assertThat(after.graceEndTime()).isEmpty();
    }

    @Test
    void whoEarnsItAgainInTheGraceKeepsIt() {
        // When
        Standing standing = POLICY.review(Optional.of("gold"), Optional.of(NOW), 500, NOW);

        // Then
        assertThat(standing).isEqualTo(new Standing(Optional.of("gold"), Optional.empty(), Optional.empty(), 500, 0));
    }

    @Test
    void aTierThatIsNoMoreCountsAsNone() {
        assertThat(POLICY.review(Optional.of("bronze"), Optional.empty(), 5, NOW)
                        .tier())
                .isEmpty();
    }

    @Test
    void thePeriodIsCountedInMonths() {
        assertThat(new TierPolicy(Measure.SPEND, Period.ofMonths(1), Period.ZERO, List.of()).countedFrom(NOW))
                .isEqualTo(Instant.parse("2026-02-28T12:00:00Z"));
    }

    @Test
    void aHigherTierNeedsMore() {
        assertThatThrownBy(() -> new TierPolicy(Measure.POINTS, Period.ofMonths(1), Period.ZERO, List.of(GOLD, SILVER)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
