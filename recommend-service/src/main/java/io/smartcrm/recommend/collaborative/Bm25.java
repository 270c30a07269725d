package io.smartcrm.recommend.collaborative;

/** The arithmetic of {@link Weighting#BM25}. */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = .75;

    private Bm25() {}

    static float[] values(Interactions interactions) {
        double[] lengths = new double[interactions.items()];
        double total = 0;
        for (int pair = 0; pair < interactions.pairs(); pair++) {
            lengths[interactions.item(pair)] += interactions.weight(pair);
            total += interactions.weight(pair);
        }
        double mean = total / Math.max(1, interactions.activeItems());
        float[] values = new float[interactions.pairs()];
        int pair = 0;
        for (int customer = 0; customer < interactions.customers(); customer++) {
            int chosen = interactions.length(customer);
            double rarity = Math.log1p((interactions.items() - chosen + .5) / (chosen + .5));
            for (int end = pair + chosen; pair < end; pair++) {
                double relativeLength = 1 - B + B * lengths[interactions.item(pair)] / mean;
                values[pair] = (float) (rarity * saturated(interactions.weight(pair), relativeLength));
            }
        }
        return values;
    }

    static float saturated(float weight, double relativeLength) {
        return (float) (weight * (K1 + 1) / (weight + K1 * relativeLength));
    }
}
