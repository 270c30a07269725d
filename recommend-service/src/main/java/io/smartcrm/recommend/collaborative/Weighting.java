package io.smartcrm.recommend.collaborative;

import java.util.Arrays;

/** What one pair of customer and item counts before it fades. */
public enum Weighting {
    /** Chosen or not: 1. */
    BINARY {
        @Override
        public float[] values(Interactions interactions) {
            float[] values = new float[interactions.pairs()];
            Arrays.fill(values, 1);
            return values;
        }

        @Override
        public float own(float weight) {
            return 1;
        }
    },
    /** log(1 + w) of the summed weight w. */
    LOG {
        @Override
        public float[] values(Interactions interactions) {
            float[] values = new float[interactions.pairs()];
            for (int pair = 0; pair < values.length; pair++) {
                values[pair] = own(interactions.weight(pair));
            }
            return values;
        }

        @Override
        public float own(float weight) {
            return (float) Math.log1p(weight);
        }
    },
    /**
     * Okapi BM25 (Robertson and Walker 1994; k1 1.2, b .75) with the item as a document and its customers as the words:
     * repeats saturate, and a customer who chooses everything says little about any item.
     */
    BM25 {
        @Override
        public float[] values(Interactions interactions) {
            return Bm25.values(interactions);
        }

        @Override
        public float own(float weight) {
            return Bm25.saturated(weight, 1);
        }
    };

    /** The values of all pairs, in the order of the pairs, for the similarity of items. */
    public abstract float[] values(Interactions interactions);

    /** The value of one item in the history that is answered. */
    public abstract float own(float weight);
}
