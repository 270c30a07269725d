package io.smartcrm.customer.sentiment;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

/**
 * What pieces of a text speak for, learned elsewhere.
 *
 * @param weights of the known pieces
 * @param bias before anything is read
 */
record SentimentModel(Map<String, Weight> weights, Weight bias) {
    SentimentModel {
        weights = Map.copyOf(weights);
        requireNonNull(bias, "bias is null");
    }

    /** From -1, angry, to 1, content; a text of which nothing is known is 0. */
    double score(String text) {
        Weight chances = sum(text).chances();
        return chances.positive() - chances.negative();
    }

    Tone tone(String text) {
        return sum(text).strongest();
    }

    private Weight sum(String text) {
        Set<String> grams = Grams.of(text);
        Weight sum = bias;
        boolean known = false;
        for (String gram : grams) {
            Weight weight = weights.get(gram);
            if (weight != null) {
                known = true;
                sum = sum.plus(weight, share(grams.size()));
            }
        }
        return known ? sum : Weight.NONE;
    }

    /** Of each piece of a text, so that long texts weigh no more than short ones. */
    static double share(int grams) {
        return 1 / Math.sqrt(Math.max(1, grams));
    }
}
