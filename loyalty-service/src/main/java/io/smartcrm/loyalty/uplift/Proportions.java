package io.smartcrm.loyalty.uplift;

/**
 * The difference of two proportions with Newcombe's interval from Wilson's scores (method 10 of Statistics in Medicine 17,
 * 1998), which keeps its promise for small groups and for shares near 0 and 1 too.
 */
final class Proportions {
    /** 97.5 % of the normal distribution is below. */
    private static final double Z = 1.959963984540054;

    private Proportions() {}

    static Estimate difference(long hits, long of, long otherHits, long otherOf) {
        double share = (double) hits / of;
        double otherShare = (double) otherHits / otherOf;
        double[] wilson = wilson(share, of);
        double[] otherWilson = wilson(otherShare, otherOf);
        double difference = share - otherShare;
        return new Estimate(
                difference,
                difference - Math.hypot(share - wilson[0], otherWilson[1] - otherShare),
                difference + Math.hypot(wilson[1] - share, otherShare - otherWilson[0]));
    }

    private static double[] wilson(double share, long of) {
        double centre = share + Z * Z / (2 * of);
        double reach = Z * Math.sqrt((share * (1 - share) + Z * Z / (4 * of)) / of);
        double scale = 1 + Z * Z / of;
        return new double[] {Math.max(0, (centre - reach) / scale), Math.min(1, (centre + reach) / scale)};
    }
}
