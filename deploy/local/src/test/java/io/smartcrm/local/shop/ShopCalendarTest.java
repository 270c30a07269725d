package io.smartcrm.local.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShopCalendarTest {
    private final ShopCalendar calendar = new ShopCalendar(ShopSimulation.LAST_DAY);

    @Test
    void theHistoryIsMadeOfWholeWeeksAndLongerThanThreeYears() {
        assertThat(calendar.firstDay().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(calendar.date(calendar.days() - 1)).isEqualTo(ShopSimulation.LAST_DAY);
        assertThat(calendar.firstDay().plusYears(3)).isBeforeOrEqualTo(ShopSimulation.LAST_DAY);
    }

    @Test
    void aMeanDayIsAsBusyAsOne() {
        assertThat(IntStream.range(0, calendar.days())
                        .mapToDouble(calendar::factor)
                        .average())
                .hasValueCloseTo(1.0, within(1e-9));
        assertThat(calendar.end()).isCloseTo(157, within(1e-6));
    }

    @Test
    void shopTimeNeverRunsBackwards() {
        // Given
        long before = Long.MIN_VALUE;

        for (double time = 0; time < calendar.end(); time += 0.0013) {
            // When
            long now = calendar.time(time).toEpochSecond();

            // Then
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
    }

    @Test
    void openingsFallOnTheirOwnDay() {
        for (int day = 0; day < calendar.days(); day++) {
            assertThat(calendar.dayAt(calendar.opening(day))).isEqualTo(day);
        }
    }
}
