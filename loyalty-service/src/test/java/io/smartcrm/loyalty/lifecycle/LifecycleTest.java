package io.smartcrm.loyalty.lifecycle;

import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.ACTIVE;
import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.AT_RISK;
import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.LAPSED;
import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.LOYAL;
import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.NEW;
import static io.smartcrm.loyalty.lifecycle.LifecycleState.Name.WON_BACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final LifecycleRules RULES = new LifecycleRules(4, Duration.ofDays(90), Duration.ofDays(180));

    @Test
    void aLifeIsLivedFromNewToWonBack() {
        // When
        Lifecycle life = life(600, 0, 20, 40, 50, 400, 410);

        // Then
        assertThat(names(life)).containsExactly(NEW, ACTIVE, LOYAL, AT_RISK, LAPSED, WON_BACK, LOYAL, AT_RISK, LAPSED);
        assertThat(life.states())
                .extracting(LifecycleState::since)
                .startsWith(day(0), day(20), day(50), day(140), day(230), day(400), day(410), day(500), day(590));
    }

    @Test
    void whoBuysInTimeIsNeverAtRisk() {
        assertThat(names(life(160, 0, 80))).containsExactly(NEW, ACTIVE);
        assertThat(names(life(170, 0, 80))).containsExactly(NEW, ACTIVE, AT_RISK);
    }

    @Test
    void whoWasAtRiskAndBuysIsActiveAgain() {
        assertThat(names(life(120, 0, 100))).containsExactly(NEW, AT_RISK, ACTIVE);
    }

    @Test
    void rulesThatContradictAreRefused() {
        assertThatThrownBy(() -> new LifecycleRules(4, Duration.ofDays(90), Duration.ofDays(90)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LifecycleRules(1, Duration.ofDays(90), Duration.ofDays(180)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<LifecycleState.Name> names(Lifecycle life) {
        return life.states().stream().map(LifecycleState::name).toList();
    }

    private static Lifecycle life(int now, int... days) {
        return Lifecycle.of(Arrays.stream(days).mapToObj(LifecycleTest::day).toList(), day(now), RULES);
    }

    private static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }
}
