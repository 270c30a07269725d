package io.smartcrm.recommend.evaluation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What lists are like beside being right, over the first 20 of every list that has any.
 *
 * @param reciprocalRank20 1 / rank of the first relevant item, 0 where none is among the 20; its mean is the MRR
 * @param novelty20 bits of surprise: mean of -log2 of the share of customers who have an item (Vargas and Castells 2011)
 * @param diversity20 mean over pairs of 1 - cosine of who has them: 1 where no customer has both (Ziegler et al. 2005)
 * @param popularityLift how much more popular the items are than what the customer has, as a share of that; 0 is without
 *     bias (Abdollahpouri et al. 2019)
 */
public record ListQuality(Mean reciprocalRank20, Mean novelty20, Mean diversity20, Mean popularityLift) {
    private static final int LIST = 20;

    public ListQuality {
        requireNonNull(reciprocalRank20, "reciprocalRank20 is null");
        requireNonNull(novelty20, "novelty20 is null");
        requireNonNull(diversity20, "diversity20 is null");
        requireNonNull(popularityLift, "popularityLift is null");
    }

    /** @param training what the model was fitted to, by which items are popular and alike */
    public static ListQuality of(Recommender model, List<Trial> trials, Interactions training) {
        Owners owners = new Owners(training);
        Mean.Tally reciprocalRank = new Mean.Tally();
        Mean.Tally novelty = new Mean.Tally();
        Mean.Tally diversity = new Mean.Tally();
        Mean.Tally popularityLift = new Mean.Tally();
        float[] scores = new float[model.items()];
        for (Trial trial : trials) {
            model.score(trial.known(), scores);
            int[] list = items(trial.list(scores, LIST));
            reciprocalRank.add(reciprocalRank(list, trial));
            if (list.length > 0) {
                novelty.add(Arrays.stream(list)
                        .mapToDouble(owners::surprise)
                        .average()
                        .orElseThrow());
            }
            if (list.length > 1) {
                diversity.add(owners.diversity(list));
            }
            double own = trial.known().items().stream()
                    .mapToDouble(owners::share)
                    .average()
                    .orElse(0);
            if (list.length > 0 && own > 0) {
                popularityLift.add(
                        Arrays.stream(list).mapToDouble(owners::share).average().orElseThrow() / own - 1);
            }
        }
        return new ListQuality(reciprocalRank.mean(), novelty.mean(), diversity.mean(), popularityLift.mean());
    }

    private static int[] items(Ranking ranking) {
        int[] items = new int[ranking.size()];
        for (int rank = 0; rank < items.length; rank++) {
            items[rank] = ranking.item(rank);
        }
        return items;
    }

    private static double reciprocalRank(int[] list, Trial trial) {
        var relevant = trial.relevant();
        for (int rank = 0; rank < list.length; rank++) {
            if (relevant.get(list[rank])) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }

    /** Who has what. */
    private static final class Owners {
        private final SparseMatrix byItem;
        private final double customers;

        Owners(Interactions training) {
            float[] ones = new float[training.pairs()];
            Arrays.fill(ones, 1);
            byItem = training.withValues(ones).transposed();
            customers = IntStream.range(0, training.customers())
                    .filter(customer -> training.length(customer) > 0)
                    .count();
        }

        private int count(int item) {
            return byItem.end(item) - byItem.start(item);
        }

        double share(int item) {
            return count(item) / customers;
        }

        /** What nobody has is as rare as what one customer has. */
        double surprise(int item) {
            return -Math.log(Math.max(1, count(item)) / customers) / Math.log(2);
        }

        double diversity(int[] list) {
            double sum = 0;
            for (int one = 0; one < list.length; one++) {
                for (int other = 0; other < one; other++) {
                    sum += 1 - cosine(list[one], list[other]);
                }
            }
            return sum / (list.length * (list.length - 1) / 2.0);
        }

        private double cosine(int one, int other) {
            int shared = 0;
            int at = byItem.start(one);
            int to = byItem.start(other);
            while (at < byItem.end(one) && to < byItem.end(other)) {
                int order = Integer.compare(byItem.column(at), byItem.column(to));
                shared += order == 0 ? 1 : 0;
                at += order <= 0 ? 1 : 0;
                to += order >= 0 ? 1 : 0;
            }
            return shared == 0 ? 0 : shared / Math.sqrt((double) count(one) * count(other));
        }
    }
}
