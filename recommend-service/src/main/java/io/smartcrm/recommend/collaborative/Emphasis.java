package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a choice counts, in the training data and in the history that is answered.
 *
 * @param weighting before it fades
 * @param modelDecay how pairs fade, from the time of training back
 * @param profileDecay how a customer's own choices fade, from the latest back
 * @param longestHistory customers with more items count nothing in training, at least 1
 */
public record Emphasis(Weighting weighting, Decay modelDecay, Decay profileDecay, int longestHistory) {
    /** Chosen or not, whenever it was. */
    public static final Emphasis PLAIN = new Emphasis(Weighting.BINARY, Decay.none(), Decay.none(), Integer.MAX_VALUE);

    /**
     * What was chosen lately counts more: half as much after 60 days in the training data and after 90 in a history.
     * Chosen on the validation month of Online Retail (training before 2011-10-11).
     */
    public static final Emphasis RECENT = new Emphasis(
            Weighting.BINARY, Decay.halvingEvery(Duration.ofDays(60)), Decay.halvingEvery(Duration.ofDays(90)), 10_000);

    public Emphasis {
        requireNonNull(weighting, "weighting is null");
        requireNonNull(modelDecay, "modelDecay is null");
        requireNonNull(profileDecay, "profileDecay is null");
        if (longestHistory < 1) {
            throw new IllegalArgumentException("longestHistory must be at least 1, not " + longestHistory);
        }
    }

    /**
     * The pairs with what they count, none below zero.
     *
     * @param asOf the time of training in seconds since 1970, from which pairs fade
     */
    public SparseMatrix of(Interactions interactions, long asOf) {
        float[] values = weighting.values(interactions);
        int pair = 0;
        for (int customer = 0; customer < interactions.customers(); customer++) {
            boolean tooLong = interactions.length(customer) > longestHistory;
            for (int end = pair + interactions.length(customer); pair < end; pair++) {
                values[pair] *= tooLong ? 0 : modelDecay.factor(interactions.time(pair), asOf);
            }
        }
        return interactions.withValues(values);
    }

    /**
     * What one choice of a history counts, not below zero.
     *
     * @param latest the latest time of the history
     */
    public float taste(History history, int at, long latest) {
        return weighting.own(history.weight(at)) * profileDecay.factor(history.time(at), latest);
    }

    /** What each choice of a history counts. */
    public float[] tastes(History history) {
        long latest = history.latest();
        float[] tastes = new float[history.size()];
        for (int at = 0; at < tastes.length; at++) {
            tastes[at] = taste(history, at, latest);
        }
        return tastes;
    }
}
