package io.smartcrm.customer.money;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An exact amount; it is rounded when it leaves, once.
 *
 * @param currencyCode ISO 4217, upper case, of a currency that has coins or notes
 * @param amount in units of the currency, any number of decimals
 */
public record Money(String currencyCode, BigDecimal amount) {
    public Money {
        requireNonNull(amount, "amount is null");
        fractionDigits(currencyCode);
    }

    /**
     * The amount in the smallest unit of its currency, half a unit going to the even neighbour: over many amounts the
     * roundings cancel out.
     */
    public long minorUnits() {
        return amount.movePointRight(fractionDigits(currencyCode))
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }

    /**
     * Digits after the point that a currency is counted with: EUR 2, JPY 0, KWD 3.
     *
     * @throws Failure INVALID when the code is not one of ISO 4217 or names no money, such as gold
     */
    public static int fractionDigits(String currencyCode) {
        int digits;
        try {
            digits = Currency.getInstance(currencyCode).getDefaultFractionDigits();
        } catch (IllegalArgumentException unknown) {
            throw notACurrency(currencyCode);
        }
        if (digits < 0) {
            throw notACurrency(currencyCode);
        }
        return digits;
    }

    private static Failure notACurrency(String currencyCode) {
        return Failure.invalid("currency", "'" + currencyCode + "' is not a currency of ISO 4217, such as EUR");
    }
}
