package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * User-based collaborative filtering (Resnick et al. 1994; Herlocker et al. 1999): what the customers chose who are most
 * like a history, {@code score(i) = sum over the nearest customers c of likeness(c) * value(c, i)}; likeness is the shrunk
 * cosine. A customer of the training data is the nearest neighbour of the own history. Memory is 16 bytes a pair.
 */
public final class UserKnn implements Recommender {
    private final UserKnnSettings settings;
    private final SparseMatrix byCustomer;
    private final SparseMatrix byItem;
    private final float[] lengths;

    private UserKnn(UserKnnSettings settings, SparseMatrix byCustomer) {
        this.settings = settings;
        this.byCustomer = byCustomer;
        this.byItem = byCustomer.transposed();
        this.lengths = byCustomer.rowLengths();
    }

    /** @param asOf the time of training in seconds since 1970, from which pairs fade */
    public static UserKnn fit(Interactions interactions, long asOf, UserKnnSettings settings) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(settings, "settings is null");
        return new UserKnn(settings, settings.emphasis().of(interactions, asOf));
    }

    @Override
    public int items() {
        return byItem.rows();
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return byCustomer.bytes() + byItem.bytes() + 4L * lengths.length;
    }

    /** Time grows with the customers of the history's items. */
    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        Arrays.fill(scores, 0);
        Ranking nearest = nearest(history);
        for (int rank = 0; rank < nearest.size(); rank++) {
            int customer = nearest.item(rank);
            for (int entry = byCustomer.start(customer); entry < byCustomer.end(customer); entry++) {
                scores[byCustomer.column(entry)] += nearest.score(rank) * byCustomer.value(entry);
            }
        }
        for (int item = 0; item < scores.length; item++) {
            if (scores[item] == 0) {
                scores[item] = UNSCORED;
            }
        }
    }

    /** How many of the nearest customers chose an item. */
    public int choosers(History history, int item) {
        Ranking nearest = nearest(history);
        int count = 0;
        for (int rank = 0; rank < nearest.size(); rank++) {
            count += byItem.at(item, nearest.item(rank)) > 0 ? 1 : 0;
        }
        return count;
    }

    /** The customers most like a history, by their numbers, nearest first. */
    private Ranking nearest(History history) {
        float[] tastes = settings.emphasis().tastes(history);
        float[] products = new float[byCustomer.rows()];
        List<Integer> touched = new ArrayList<>();
        double squares = 0;
        for (int at = 0; at < tastes.length; at++) {
            squares += (double) tastes[at] * tastes[at];
            int item = history.item(at);
            for (int entry = byItem.start(item); entry < byItem.end(item); entry++) {
                int customer = byItem.column(entry);
                float product = tastes[at] * byItem.value(entry);
                if (products[customer] == 0 && product > 0) {
                    touched.add(customer);
                }
                products[customer] += product;
            }
        }
        float length = (float) Math.sqrt(squares);
        BestItems best = new BestItems(Math.min(settings.neighbours(), touched.size()));
        for (int customer : touched) {
            best.offer(customer, products[customer] / (length * lengths[customer] + (float) settings.shrinkage()));
        }
        return Ranking.of(best);
    }
}
