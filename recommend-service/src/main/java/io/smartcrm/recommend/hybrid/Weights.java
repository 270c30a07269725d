package io.smartcrm.recommend.hybrid;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/**
 * What the standard scores of each signal count in a hybrid; a signal that is not named counts nothing.
 *
 * @param of not negative and finite
 */
public record Weights(Map<Signal, Double> of) {
    /**
     * For a list of all that may be wanted: tuned on the validation month of Online Retail (training before 2011-10-11),
     * signal by signal, for Recall@20 + NDCG@100, and rounded.
     */
    public static final Weights DEFAULT = new Weights(Map.of(
            Signal.TASTE, 1.0,
            Signal.POPULAR, .4,
            Signal.CONTENT, .5,
            Signal.TRENDING, .4,
            Signal.NEW, .1,
            Signal.HABIT, 2.0));

    /** For those of whom nothing is known: on the same month, nothing beside popularity helped. */
    public static final Weights UNKNOWN = new Weights(Map.of(Signal.POPULAR, 1.0));

    public Weights {
        requireNonNull(of, "of is null");
        of.forEach((signal, weight) -> {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException(
                        "weight of " + signal + " must be finite and not negative: " + weight);
            }
        });
        of = Map.copyOf(of);
    }

    public double of(Signal signal) {
        return of.getOrDefault(signal, 0.0);
    }

    public Weights with(Signal signal, double weight) {
        Map<Signal, Double> changed = new EnumMap<>(Signal.class);
        changed.putAll(of);
        changed.put(signal, weight);
        return new Weights(changed);
    }
}
