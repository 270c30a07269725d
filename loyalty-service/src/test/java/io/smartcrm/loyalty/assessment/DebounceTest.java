package io.smartcrm.loyalty.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DebounceTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Debounce debounce = new Debounce(Duration.ofSeconds(1), Duration.ofSeconds(15));

    @Test
    void nothingIsDueWhileNothingChanges() {
        assertThat(debounce.due(7, 7, START)).isFalse();
        assertThat(debounce.due(7, 7, START.plusSeconds(100))).isFalse();
    }

    @Test
    void changesAreDueOnceTheyPause() {
        assertThat(debounce.due(8, 7, START)).isFalse();
        assertThat(debounce.due(9, 7, START.plusSeconds(1))).isFalse();
        assertThat(debounce.due(9, 7, START.plusSeconds(2))).isTrue();
    }

    @Test
    void aStreamIsDueAfterTheLongestWait() {
        for (int second = 0; second < 15; second++) {
            assertThat(debounce.due(8 + second, 7, START.plusSeconds(second))).isFalse();
        }
        assertThat(debounce.due(99, 7, START.plusSeconds(15))).isTrue();
    }

    @Test
    void theWaitStartsAgainAfterADerivation() {
        // Given
        debounce.due(8, 7, START);
        debounce.derived(Duration.ofSeconds(1));
        // When
        boolean due = debounce.due(9, 8, START.plusSeconds(16));
        // Then
        assertThat(due).isFalse();
    }

    @Test
    void aLongDerivationIsRepeatedMoreSeldomWhileEventsStream() {
        // Given
        debounce.derived(Duration.ofSeconds(6));
        // When
        for (int second = 0; second < 60; second++) {
            assertThat(debounce.due(8 + second, 7, START.plusSeconds(second))).isFalse();
        }
        // Then
        assertThat(debounce.due(99, 7, START.plusSeconds(60))).isTrue();
    }

    @Test
    void aPauseEndsEvenALongWait() {
        // Given
        debounce.derived(Duration.ofSeconds(60));
        debounce.due(8, 7, START);
        // When
        boolean due = debounce.due(8, 7, START.plusSeconds(1));
        // Then
        assertThat(due).isTrue();
    }
}
