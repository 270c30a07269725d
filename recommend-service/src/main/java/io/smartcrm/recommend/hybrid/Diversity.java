package io.smartcrm.recommend.hybrid;

import java.util.ArrayList;
import java.util.List;

/**
 * Orders candidates so that each next one is good and unlike those before: maximal marginal relevance (Carbonell and
 * Goldstein 1998), {@code (1 - d) * score - d * greatest likeness}, with scores from 0 to 1 over the candidates.
 */
public final class Diversity {
    private Diversity() {}

    /** How alike two candidates are, 0 to 1. */
    @FunctionalInterface
    public interface AnyLikeness {
        double of(int one, int other);
    }

    /**
     * The places of the candidates in their new order, at most {@code limit}; with a diversity of 0 their own.
     *
     * @param scores of the candidates, best first
     * @param diversity 0 (only the score counts) to 1 (only being unlike)
     */
    public static List<Integer> order(double[] scores, double diversity, int limit, AnyLikeness likeness) {
        if (!(diversity >= 0 && diversity <= 1)) {
            throw new IllegalArgumentException("diversity must be 0 to 1, not " + diversity);
        }
        int wanted = Math.min(limit, scores.length);
        double[] closest = new double[scores.length];
        boolean[] taken = new boolean[scores.length];
        List<Integer> order = new ArrayList<>(wanted);
        while (order.size() < wanted) {
            int next = best(scores, diversity, closest, taken);
            taken[next] = true;
            order.add(next);
            for (int other = 0; other < scores.length && diversity > 0; other++) {
                closest[other] = taken[other] ? 1 : Math.max(closest[other], likeness.of(next, other));
            }
        }
        return order;
    }

    private static int best(double[] scores, double diversity, double[] closest, boolean[] taken) {
        double lowest = scores[scores.length - 1];
        double range = Math.max(1e-12, scores[0] - lowest);
        int best = -1;
        double most = 0;
        for (int place = 0; place < scores.length; place++) {
            double worth = (1 - diversity) * (scores[place] - lowest) / range - diversity * closest[place];
            if (!taken[place] && (best < 0 || worth > most)) {
                best = place;
                most = worth;
            }
        }
        return best;
    }
}
