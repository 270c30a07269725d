package io.smartcrm.recommend.basket;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which items are in one basket more often than chance puts them there (Agrawal and Srikant 1994). Pairs are ordered by
 * the log-likelihood ratio of their counts (Dunning 1993), which, other than the lift, does not prefer what was seen two
 * times; the lift is told beside it.
 */
public final class BoughtTogether {
    /** A basket longer than this is a reseller's, says little and costs its square. */
    private static final int LONGEST_BASKET = 300;

    private final int baskets;
    private final int[] counts;
    private final int[] starts;
    private final int[] other;
    private final int[] together;

    private BoughtTogether(int baskets, int[] counts, int[] starts, int[] other, int[] together) {
        this.baskets = baskets;
        this.counts = counts;
        this.starts = starts;
        this.other = other;
        this.together = together;
    }

    /**
     * @param minimum baskets a pair must be in, at least 1
     * @param most pairs kept for an item
     */
    public static BoughtTogether fit(Baskets baskets, int minimum, int most) {
        requireNonNull(baskets, "baskets is null");
        Counting counting = new Counting(baskets);
        int items = baskets.items();
        int[] starts = new int[items + 1];
        int[] other = new int[16];
        int[] together = new int[16];
        for (int item = 0; item < items; item++) {
            int[] partners = counting.partners(item);
            float[] ratios = new float[partners.length];
            for (int at = 0; at < ratios.length; at++) {
                int both = counting.both(partners[at]);
                ratios[at] = both >= minimum ? counting.ratio(item, partners[at], both) : -1;
            }
            Ranking best = Ranking.top(ratios, most, at -> ratios[at] > 0);
            int end = starts[item] + best.size();
            if (end > other.length) {
                other = Arrays.copyOf(other, Math.max(end, 2 * other.length));
                together = Arrays.copyOf(together, other.length);
            }
            for (int rank = 0; rank < best.size(); rank++) {
                other[starts[item] + rank] = partners[best.item(rank)];
                together[starts[item] + rank] = counting.both(partners[best.item(rank)]);
            }
            starts[item + 1] = end;
        }
        return new BoughtTogether(counting.baskets, counting.counts, starts, other, together);
    }

    public int items() {
        return counts.length;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return 4L * (counts.length + starts.length + other.length + together.length);
    }

    /** What goes with an item, surest first. */
    public List<Association> with(int item, int limit) {
        List<Association> associations = new ArrayList<>();
        int end = Math.min(starts[item + 1], starts[item] + limit);
        for (int entry = starts[item]; entry < end; entry++) {
            double confidence = (double) together[entry] / counts[item];
            double lift = confidence * baskets / counts[other[entry]];
            associations.add(new Association(other[entry], together[entry], confidence, lift));
        }
        return associations;
    }

    /** Baskets by item, and the items beside one item. */
    private static final class Counting {
        private final Baskets source;
        private final int[] counts;
        private final int[] starts;
        private final int[] basket;
        private final int[] pairs;
        private final int baskets;

        Counting(Baskets source) {
            this.source = source;
            this.counts = new int[source.items()];
            this.pairs = new int[source.items()];
            int kept = 0;
            for (int number = 0; number < source.size(); number++) {
                kept += isCounted(number) ? 1 : 0;
                for (int entry = source.start(number); isCounted(number) && entry < source.end(number); entry++) {
                    counts[source.item(entry)]++;
                }
            }
            this.baskets = kept;
            this.starts = new int[counts.length + 1];
            for (int item = 0; item < counts.length; item++) {
                starts[item + 1] = starts[item] + counts[item];
            }
            this.basket = new int[starts[counts.length]];
            int[] slot = Arrays.copyOf(starts, counts.length);
            for (int number = 0; number < source.size(); number++) {
                for (int entry = source.start(number); isCounted(number) && entry < source.end(number); entry++) {
                    basket[slot[source.item(entry)]++] = number;
                }
            }
        }

        private boolean isCounted(int number) {
            return source.end(number) - source.start(number) <= LONGEST_BASKET;
        }

        /** The items in one basket with this one, ascending. */
        int[] partners(int item) {
            int[] partners = new int[16];
            int count = 0;
            Arrays.fill(pairs, 0);
            for (int at = starts[item]; at < starts[item + 1]; at++) {
                for (int entry = source.start(basket[at]); entry < source.end(basket[at]); entry++) {
                    int other = source.item(entry);
                    if (other != item && pairs[other]++ == 0) {
                        partners = count == partners.length ? Arrays.copyOf(partners, 2 * count) : partners;
                        partners[count++] = other;
                    }
                }
            }
            int[] sorted = Arrays.copyOf(partners, count);
            Arrays.sort(sorted);
            return sorted;
        }

        /** Baskets with this item and the one whose partners were asked for last. */
        int both(int partner) {
            return pairs[partner];
        }

        /** Twice the log-likelihood ratio; negative where the pair is rarer than chance. */
        float ratio(int one, int other, int both) {
            double expected = (double) counts[one] * counts[other] / baskets;
            if (both <= expected) {
                return -1;
            }
            double ratio = term(both, expected)
                    + term(counts[one] - both, counts[one] - expected)
                    + term(counts[other] - both, counts[other] - expected)
                    + term(
                            baskets - counts[one] - counts[other] + both,
                            baskets - counts[one] - counts[other] + expected);
            return (float) (2 * ratio);
        }

        private static double term(double seen, double expected) {
            return seen <= 0 || expected <= 0 ? 0 : seen * Math.log(seen / expected);
        }
    }
}
