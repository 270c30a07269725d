package io.smartcrm.recommend.experiment;

/**
 * How two conversion rates differ: by a fixed-horizon test, for one look at an agreed end, and by a sequential test, which
 * holds however often one looks.
 *
 * @param difference of the rates, the variant's less the control's
 * @param low of the 95 % confidence interval of the difference, for one look at the agreed end
 * @param pValue of no difference, for one look at the agreed end
 * @param sequentialLow of the 95 % confidence sequence of the difference: covers at all looks together
 * @param sequentialPValue may be looked at any time, and the experiment stopped when it is small
 */
public record Comparison(
        double difference,
        double low,
        double high,
        double pValue,
        double sequentialLow,
        double sequentialHigh,
        double sequentialPValue) {
    private static final double Z95 = 1.959963984540054;
    private static final double ALPHA = .05;
    /** Of the mixing distribution: made for differences of about a hundredth, valid for any. */
    private static final double MIXING_VARIANCE = .01 * .01;
    /** Keeps the likelihood ratio finite. */
    private static final double LARGEST_EXPONENT = 700;

    private static final Comparison NOTHING_KNOWN = new Comparison(0, -1, 1, 1, -1, 1, 1);

    /**
     * Compares two groups by the share that converted. The fixed interval is Newcombe's (1998, method 10), the p-value of
     * the two-proportion z-test, the sequential ones of the mixture sequential probability ratio test (Johari, Pekelis and
     * Walsh 2015).
     */
    public static Comparison of(Conversion control, Conversion variant) {
        if (control.exposed() == 0 || variant.exposed() == 0) {
            return NOTHING_KNOWN;
        }
        double difference = variant.rate() - control.rate();
        Interval own = wilson(variant);
        Interval other = wilson(control);
        double low = difference - Math.hypot(variant.rate() - own.low, other.high - control.rate());
        double high = difference + Math.hypot(own.high - variant.rate(), control.rate() - other.low);
        double variance = smoothedVariance(control) + smoothedVariance(variant);
        double half = sequentialHalfWidth(variance);
        return new Comparison(
                difference,
                low,
                high,
                pValue(difference, control, variant),
                Math.max(-1, difference - half),
                Math.min(1, difference + half),
                sequentialPValue(difference, variance));
    }

    private static double pValue(double difference, Conversion control, Conversion variant) {
        double pooled = (double) (control.converted() + variant.converted()) / (control.exposed() + variant.exposed());
        double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / control.exposed() + 1.0 / variant.exposed()));
        return error == 0 ? 1 : twoSided(difference / error);
    }

    private static double sequentialPValue(double difference, double variance) {
        double mixed = variance + MIXING_VARIANCE;
        double exponent = MIXING_VARIANCE * difference * difference / (2 * variance * mixed);
        double likelihoodRatio = Math.sqrt(variance / mixed) * Math.exp(Math.min(LARGEST_EXPONENT, exponent));
        return Math.min(1, 1 / likelihoodRatio);
    }

    private static double sequentialHalfWidth(double variance) {
        double mixed = variance + MIXING_VARIANCE;
        return Math.sqrt(variance * mixed / MIXING_VARIANCE * (2 * Math.log(1 / ALPHA) + Math.log(mixed / variance)));
    }

    /** Of a rate, with one more of each kind, so that a rate of 0 or 1 is not taken for certain. */
    private static double smoothedVariance(Conversion conversion) {
        double rate = (conversion.converted() + 1.0) / (conversion.exposed() + 2.0);
        return rate * (1 - rate) / conversion.exposed();
    }

    private record Interval(double low, double high) {}

    private static Interval wilson(Conversion conversion) {
        double rate = conversion.rate();
        double exposed = conversion.exposed();
        double square = Z95 * Z95;
        double scale = 1 + square / exposed;
        double centre = (rate + square / (2 * exposed)) / scale;
        double half = Z95 * Math.sqrt(rate * (1 - rate) / exposed + square / (4 * exposed * exposed)) / scale;
        return new Interval(centre - half, centre + half);
    }

    /** The chance of a standard normal value at least so far from zero (Abramowitz and Stegun 7.1.26, 1.5e-7). */
    static double twoSided(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + .3275911 * x);
        double series = t * (.254829592 + t * (-.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return series * Math.exp(-x * x);
    }
}
