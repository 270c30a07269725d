package io.smartcrm.recommend.evaluation;

/**
 * Metrics of one ranked list with binary relevance, all in [0, 1]. {@code hits[r]} says whether rank r (from zero) is
 * relevant; {@code relevant} counts all relevant items, ranked or not, and is at least 1. A list shorter than the cutoff
 * simply has no more hits.
 */
public final class RankingMetrics {
    private RankingMetrics() {}

    /** Hits among the first k by min(k, relevant), so that a perfect list reaches 1 (Liang et al. 2018). */
    public static double recall(boolean[] hits, int relevant, int cutoff) {
        return (double) hitsWithin(hits, relevant, cutoff) / Math.min(cutoff, relevant);
    }

    /** Discounted gain 1 / log2(rank + 2) of the hits by that of a perfect list (Järvelin and Kekäläinen 2002). */
    public static double ndcg(boolean[] hits, int relevant, int cutoff) {
        requireSense(relevant, cutoff);
        double gained = 0;
        double perfect = 0;
        for (int rank = 0; rank < cutoff; rank++) {
            if (rank < hits.length && hits[rank]) {
                gained += gain(rank);
            }
            if (rank < relevant) {
                perfect += gain(rank);
            }
        }
        return gained / perfect;
    }

    /** Mean over min(k, relevant) of the precision at each hit; its mean over customers is MAP@k. */
    public static double averagePrecision(boolean[] hits, int relevant, int cutoff) {
        requireSense(relevant, cutoff);
        double sum = 0;
        int found = 0;
        for (int rank = 0; rank < Math.min(cutoff, hits.length); rank++) {
            if (hits[rank]) {
                found++;
                sum += found / (rank + 1.0);
            }
        }
        return sum / Math.min(cutoff, relevant);
    }

    /** 1 if any of the first k is relevant, else 0; its mean is the hit rate HR@k. */
    public static double hit(boolean[] hits, int relevant, int cutoff) {
        return hitsWithin(hits, relevant, cutoff) > 0 ? 1 : 0;
    }

    /** What a hit at a rank (from zero) adds to the discounted gain. */
    static double gain(int rank) {
        return Math.log(2) / Math.log(rank + 2.0);
    }

    private static int hitsWithin(boolean[] hits, int relevant, int cutoff) {
        requireSense(relevant, cutoff);
        int found = 0;
        for (int rank = 0; rank < Math.min(cutoff, hits.length); rank++) {
            if (hits[rank]) {
                found++;
            }
        }
        return found;
    }

    private static void requireSense(int relevant, int cutoff) {
        if (relevant < 1 || cutoff < 1) {
            throw new IllegalArgumentException("relevant and cutoff must be at least 1: " + relevant + ", " + cutoff);
        }
    }
}
