package io.smartcrm.recommend.hybrid;

import io.smartcrm.recommend.evaluation.TopListAccuracy;
import io.smartcrm.recommend.evaluation.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the weights of a hybrid on what customers chose later, one signal after another (coordinate ascent of Recall@20 +
 * NDCG@100). A step must gain a little, so that a weight does not follow chance.
 */
public final class WeightSearch {
    private static final double[] STEPS = {-.5, -.2, .2, .5};
    private static final double LEAST_GAIN = .0005;
    private static final int ROUNDS = 2;

    private final List<Part> parts;
    private final List<Trial> trials;

    private WeightSearch(List<Part> parts, List<Trial> trials) {
        this.parts = parts;
        this.trials = trials;
    }

    /**
     * @param parts with the weights to start from; the first one's stays as it is, as only ratios matter
     * @param trials of a time the parts have not seen
     */
    public static Weights improve(List<Part> parts, List<Trial> trials) {
        return new WeightSearch(List.copyOf(parts), List.copyOf(trials)).improve();
    }

    private Weights improve() {
        double[] weights = parts.stream().mapToDouble(Part::weight).toArray();
        double best = worth(weights);
        for (int round = 0; round < ROUNDS; round++) {
            for (int part = 1; part < weights.length; part++) {
                best = improve(weights, part, best);
            }
        }
        Weights found = new Weights(Map.of());
        for (int part = 0; part < weights.length; part++) {
            found = found.with(parts.get(part).signal(), weights[part]);
        }
        return found;
    }

    private double improve(double[] weights, int part, double worth) {
        double start = weights[part];
        double kept = start;
        double best = worth;
        for (double step : STEPS) {
            weights[part] = Math.max(0, start + step * parts.get(0).weight());
            double tried = worth(weights);
            if (tried > best + LEAST_GAIN) {
                best = tried;
                kept = weights[part];
            }
        }
        weights[part] = kept;
        return best;
    }

    private double worth(double[] weights) {
        List<Part> weighed = new ArrayList<>();
        for (int part = 0; part < weights.length; part++) {
            weighed.add(new Part(parts.get(part).signal(), parts.get(part).model(), weights[part]));
        }
        TopListAccuracy accuracy = TopListAccuracy.of(Hybrid.of(weighed), trials);
        return accuracy.recall20().value() + accuracy.ndcg100().value();
    }
}
