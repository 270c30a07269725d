package io.smartcrm.customer.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest(name = "{1} {0} is {2} minor units")
    @CsvSource({
        "EUR, 12.34, 1234",
        "EUR, -12.34, -1234",
        "JPY, 1234, 1234",
        "KWD, 1.2345, 1234",
        "EUR, 0.005, 0",
        "EUR, 0.015, 2",
        "EUR, 0.025, 2",
        "EUR, -0.015, -2",
        "EUR, 0.0150001, 2",
        "GBP, 8187806.364001, 818780636"
    })
    void amountsBecomeMinorUnitsOfTheirCurrency(String currency, BigDecimal amount, long expected) {
        // Given
        var money = new Money(currency, amount);

        // When
        long minorUnits = money.minorUnits();

        // Then
        assertThat(minorUnits).isEqualTo(expected);
    }

    @ParameterizedTest(name = "''{0}''")
    @ValueSource(strings = {"", "eur", "EURO", "ABC", "XAU", "XXX"})
    void whatIsNoMoneyIsRefused(String code) {
        // Given
        var one = BigDecimal.ONE;

        // When
        var refused = assertThatThrownBy(() -> new Money(code, one));

        // Then
        refused.isInstanceOfSatisfying(
                Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID));
    }

    @Test
    void anAmountBeyondALongIsNotCutOff() {
        // Given
        var money = new Money("EUR", new BigDecimal("1e30"));

        // When
        var refused = assertThatThrownBy(money::minorUnits);

        // Then
        refused.isInstanceOf(ArithmeticException.class);
    }
}
