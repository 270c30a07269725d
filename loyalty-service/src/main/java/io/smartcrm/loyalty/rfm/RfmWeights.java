package io.smartcrm.loyalty.rfm;

/**
 * How much each score counts in the weighted sum: none negative, together 1. Hughes (Strategic Database Marketing, 1994)
 * weighs them equally; Stone (Successful Direct Marketing Methods, 1995) by trade.
 */
public record RfmWeights(double recency, double frequency, double monetary) {
    private static final double ROUNDING = 1e-9;

    public static final RfmWeights EQUAL = new RfmWeights(1 / 3.0, 1 / 3.0, 1 / 3.0);

    public RfmWeights {
        if (!(recency >= 0 && frequency >= 0 && monetary >= 0)) {
            throw new IllegalArgumentException("a weight is negative: " + recency + ", " + frequency + ", " + monetary);
        }
        double sum = recency + frequency + monetary;
        if (!(Math.abs(sum - 1) < ROUNDING)) {
            throw new IllegalArgumentException("weights sum to " + sum + ", not to 1");
        }
    }
}
