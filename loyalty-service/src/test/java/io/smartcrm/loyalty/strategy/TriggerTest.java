package io.smartcrm.loyalty.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import io.smartcrm.loyalty.strategy.Trigger.Schedule;
import io.smartcrm.loyalty.strategy.Trigger.Schedule.Cadence;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {
    @ParameterizedTest(name = "{0} on day {1}, asked {2}: {3}")
    @CsvSource({
        "DAILY, 0, 2026-03-04T09:00:00Z, 2026-03-03T09:30:00Z",
        "DAILY, 0, 2026-03-04T09:30:00Z, 2026-03-04T09:30:00Z",
        "WEEKLY, 2, 2026-03-04T09:00:00Z, 2026-03-03T09:30:00Z",
        "WEEKLY, 3, 2026-03-04T09:00:00Z, 2026-02-25T09:30:00Z",
        "MONTHLY, 4, 2026-03-04T09:00:00Z, 2026-02-04T09:30:00Z",
        "MONTHLY, 28, 2026-03-04T09:00:00Z, 2026-02-28T09:30:00Z"
    })
    void theLastTimeThatWasDueIsFound(Cadence cadence, int day, Instant now, Instant due) {
        // When
        Instant latest = new Schedule(cadence, day, LocalTime.of(9, 30), ZoneOffset.UTC).latest(now);

        // Then
        assertThat(latest).isEqualTo(due);
    }

    @Test
    void timesAreThoseOfTheZone() {
        // Given
        var morning = new Schedule(Cadence.DAILY, 0, LocalTime.of(9, 0), ZoneId.of("America/New_York"));

        // When
        Instant latest = morning.latest(Instant.parse("2026-07-01T13:00:00Z"));

        // Then
        assertThat(latest).isEqualTo(Instant.parse("2026-07-01T13:00:00Z"));
    }

    @Test
    void whatCannotBeWatchedIsRefused() {
        // When // Then
        assertThatThrownBy(() -> new Crossing(Fact.LAST_RATING, Crossing.Direction.UP, 3))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Schedule(Cadence.WEEKLY, 8, LocalTime.NOON, ZoneOffset.UTC))
                .isInstanceOf(Refused.class);
    }
}
