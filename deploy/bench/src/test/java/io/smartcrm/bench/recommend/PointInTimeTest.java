package io.smartcrm.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointInTimeTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-02, 86400",
        "1970-01-02 00:00:01, 86401",
        "1970-01-02T00:01, 86460",
        "1970-01-02T00:00:00Z, 86400",
        "1970-01-02T00:00:00+01:00, 82800",
        "86400, 86400",
        "86400.5, 86400"
    })
    void usualTimesAreReadAsSecondsSince1970(String text, long seconds) {
        assertThat(PointInTime.parse(text)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "time", "2011-13-01", "01/02/2011", "-5", "2011-11-10 25:00:00"})
    void otherTextsAreNoTimes(String text) {
        assertThat(PointInTime.parse(text)).isEmpty();
    }

    @Test
    void numbersAreFiniteOrNone() {
        assertThat(Decimal.parse("1.5")).hasValue(1.5);
        assertThat(Decimal.parse("NaN")).isEmpty();
        assertThat(Decimal.parse("1e300")).isEmpty();
        assertThat(Decimal.parse("many")).isEmpty();
    }
}
