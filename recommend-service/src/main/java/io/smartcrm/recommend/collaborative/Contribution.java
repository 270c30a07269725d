package io.smartcrm.recommend.collaborative;

import java.util.ArrayList;
import java.util.List;

/**
 * Part of a score that one item of the history brought.
 *
 * @param item the item of the history
 * @param amount above zero; the amounts of all items add up to the score
 */
public record Contribution(int item, float amount) {
    /** The largest, largest first; of equal ones the earlier. Time is linear in the contributions. */
    public static List<Contribution> largest(List<Contribution> contributions, int limit) {
        float[] amounts = new float[contributions.size()];
        for (int at = 0; at < amounts.length; at++) {
            amounts[at] = contributions.get(at).amount();
        }
        Ranking ranking = Ranking.top(amounts, limit, at -> true);
        List<Contribution> largest = new ArrayList<>();
        for (int rank = 0; rank < ranking.size(); rank++) {
            largest.add(contributions.get(ranking.item(rank)));
        }
        return List.copyOf(largest);
    }

    /** All amounts together. */
    public static double sum(List<Contribution> contributions) {
        double sum = 0;
        for (Contribution contribution : contributions) {
            sum += contribution.amount();
        }
        return sum;
    }
}
