package io.smartcrm.forecast.forecasting;

/**
 * A checked history without gaps, brought to a moderate size: leading missing values are dropped, inner ones lie on the
 * line between their neighbours, trailing ones repeat the season before (or the last value).
 */
final class History {
    /** Beyond 2^±300 squares leave the range of a double; there values are divided by a power of two, which is exact. */
    private static final int LARGEST_EXPONENT = 300;

    final double[] values;
    /** The values are those of the series divided by two to this power. */
    private final int exponent;

    private History(double[] values, int exponent) {
        this.values = values;
        this.exponent = exponent;
    }

    static History of(double[] series, int period) {
        int first = firstPresent(series);
        double[] values = new double[series.length - first];
        System.arraycopy(series, first, values, 0, values.length);
        double largest = 0;
        boolean gaps = false;
        for (int t = 0; t < values.length; t++) {
            double value = values[t];
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("value at position " + (first + t) + " is " + value);
            }
            gaps |= Double.isNaN(value);
            largest = Math.max(largest, Double.isNaN(value) ? 0 : Math.abs(value));
        }
        if (gaps) {
            fill(values, period);
        }
        int exponent = largest == 0 ? 0 : Math.getExponent(largest);
        if (Math.abs(exponent) <= LARGEST_EXPONENT) {
            return new History(values, 0);
        }
        for (int t = 0; t < values.length; t++) {
            values[t] = Math.scalb(values[t], -exponent);
        }
        return new History(values, exponent);
    }

    /** A result in the unit of the series; what leaves the range of a double stays at its edge. */
    double restore(double value) {
        double restored = exponent == 0 ? value : Math.scalb(value, exponent);
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, restored));
    }

    private static int firstPresent(double[] series) {
        for (int t = 0; t < series.length; t++) {
            if (!Double.isNaN(series[t])) {
                return t;
            }
        }
        throw new IllegalArgumentException(
                series.length == 0 ? "series is empty" : "series of " + series.length + " steps holds no value");
    }

    private static void fill(double[] values, int period) {
        int last = 0;
        for (int t = 1; t < values.length; t++) {
            if (Double.isNaN(values[t])) {
                continue;
            }
            // Weights instead of a slope: the difference of two huge values may leave the range of a double.
            double span = t - last;
            for (int gap = last + 1; gap < t; gap++) {
                values[gap] = values[last] * ((t - gap) / span) + values[t] * ((gap - last) / span);
            }
            last = t;
        }
        for (int t = last + 1; t < values.length; t++) {
            values[t] = values[t >= period ? t - period : last];
        }
    }
}
