package io.smartcrm.customer.recordfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2010-12-01 08:26:00, 2010-12-01T08:26:00Z",
        "2010-07-01 08:26, 2010-07-01T07:26:00Z",
        "2010-12-01 8:26, 2010-12-01T08:26:00Z",
        "2010-12-01T08:26:00, 2010-12-01T08:26:00Z",
        "2010-12-01T08:26:00Z, 2010-12-01T08:26:00Z",
        "2010-12-01T08:26:00.125+01:00, 2010-12-01T07:26:00.125Z",
        "2010-12-01 08:26:00 -0500, 2010-12-01T13:26:00Z",
        "2010-12-01, 2010-12-01T00:00:00Z",
    })
    void isoTimesAreReadInTheZoneOfTheFileUnlessTheyHaveTheirOwn(String text, Instant time) {
        // When
        var read = new TimeText(LONDON, Optional.empty()).parse(text);

        // Then
        assertThat(read).contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "DAY_FIRST, 1/12/2010 8:26, 2010-12-01T08:26:00Z",
        "MONTH_FIRST, 12/1/2010 8:26, 2010-12-01T08:26:00Z",
        "MONTH_FIRST, 12/13/2010 18:26:59, 2010-12-13T18:26:59Z",
        "DAY_FIRST, 13/12/2010, 2010-12-13T00:00:00Z",
    })
    void slashedDatesAreReadAsTheFileTold(DayOrder order, String text, Instant time) {
        // When
        var read = new TimeText(LONDON, Optional.of(order)).parse(text);

        // Then
        assertThat(read).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2010",
                "2010-12",
                "2010-12-01T",
                "2010-12-01 8",
                "2010-12-01 8:2",
                "2010-13-01",
                "2010-02-29",
                "2010-12-01 24:00",
                "2010-12-01 08:60",
                "2010-12-01T08:26:00+99:00",
                "2010-12-01 08:26 pm",
                "20101201",
                "1/2/2010",
                "1899-12-31",
                "2101-01-01",
                "-2010-12-01",
                "2010-12-01T08:26:00Zulu"
            })
    void anythingElseIsNoTime(String text) {
        // When
        var read = new TimeText(LONDON, Optional.empty()).parse(text);

        // Then
        assertThat(read).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"13/1/2010, DAY_FIRST", "1/13/2010 8:26, MONTH_FIRST"})
    void aNumberAboveTwelveTellsTheOrder(String date, DayOrder order) {
        // When
        var told = DayOrder.toldBy(date);

        // Then
        assertThat(told).contains(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/2/2010", "", "/", "//", "13/14/2010", "a/13/2010", "2010-12-01", "131/1/2010"})
    void otherDatesTellNothing(String date) {
        // When
        var told = DayOrder.toldBy(date);

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void aTimeThatTheClockLeftOutIsMovedNotRefused() {
        // When
        var read = new TimeText(LONDON, Optional.empty()).parse("2010-03-28 01:30");

        // Then
        assertThat(read).contains(Instant.parse("2010-03-28T01:30:00Z"));
    }
}
