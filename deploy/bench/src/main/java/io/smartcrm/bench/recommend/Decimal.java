package io.smartcrm.bench.recommend;

import java.util.OptionalDouble;

/** Numbers as benchmark files write them. */
final class Decimal {
    private Decimal() {}

    /** A finite number within the range of single precision, or empty. */
    static OptionalDouble parse(String text) {
        try {
            double value = Double.parseDouble(text);
            return Math.abs(value) <= Float.MAX_VALUE ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
