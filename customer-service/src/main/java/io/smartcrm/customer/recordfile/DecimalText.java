package io.smartcrm.customer.recordfile;

import java.math.BigDecimal;
import java.util.Optional;

/** Exact decimals as files write them: an optional sign, digits, at most one point; no exponents, no separators. */
final class DecimalText {
    /** 10^12 - 1 with six decimals still fits a long without its point. */
    static final int MAX_INTEGER_DIGITS = 12;

    static final int MAX_DECIMALS = 6;

    private DecimalText() {}

    /** The number without trailing zeros; empty when the text is none or is too large or too fine. */
    static Optional<BigDecimal> parse(String text) {
        int length = text.length();
        int start = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        long unscaled = 0;
        int digits = 0;
        int decimals = 0;
        int trailingZeros = 0;
        boolean point = false;
        for (int i = start; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && !point) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                if (point && c == '0') {
                    trailingZeros++;
                    digits++;
                    continue;
                }
                for (; point && trailingZeros > 0; trailingZeros--) {
                    unscaled *= 10;
                    decimals++;
                }
                unscaled = unscaled * 10 + (c - '0');
                digits++;
                decimals += point ? 1 : 0;
                if (decimals > MAX_DECIMALS || unscaled / power(decimals) >= power(MAX_INTEGER_DIGITS)) {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        if (digits == 0) {
            return Optional.empty();
        }
        return Optional.of(BigDecimal.valueOf(text.charAt(0) == '-' ? -unscaled : unscaled, decimals));
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}
