package io.smartcrm.customer.recordfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "6, 6",
        "6.0, 6",
        "2.550, 2.55",
        "-0.5, -0.5",
        "+.5, 0.5",
        "5., 5",
        "100, 100",
        "0.000, 0",
        "1.050, 1.05",
        "999999999999.999999, 999999999999.999999"
    })
    void decimalsAreExactAndWithoutTrailingZeros(String text, BigDecimal value) {
        // When
        var read = DecimalText.parse(text);

        // Then
        assertThat(read).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".", "+.", "1,5", "1.2.3", "1 000", "1e3", "0x1", "--1", "1000000000000", "0.0000001"})
    void anythingElseIsNoDecimal(String text) {
        // When
        var read = DecimalText.parse(text);

        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void whatAnyDecimalPrintsIsReadBack() {
        // Given
        var random = new Random(20240301);
        for (int i = 0; i < 20_000; i++) {
            var value = BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000L, random.nextInt(7));

            // When
            var read = DecimalText.parse(value.toPlainString());

            // Then
            assertThat(read).hasValueSatisfying(same -> assertThat(same).isEqualByComparingTo(value));
        }
    }
}
