package io.smartcrm.loyalty.rfm;

import static java.util.Objects.requireNonNull;

/**
 * An amount in the smallest unit of its currency; negative when more was given back than paid.
 *
 * @param currencyCode ISO 4217, upper case
 */
public record Money(String currencyCode, long minorUnits) {
    public Money {
        requireNonNull(currencyCode, "currencyCode is null");
    }
}
