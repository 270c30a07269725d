package io.smartcrm.recommend.evaluation;

import io.smartcrm.recommend.collaborative.Ranking;
import io.smartcrm.recommend.collaborative.Recommender;
import java.util.BitSet;
import java.util.List;

/**
 * How well the top lists of a model foresee the trials; definitions in {@link RankingMetrics}.
 *
 * @param coverage20 number of different items in the first 20 of all lists
 */
public record TopListAccuracy(
        Mean recall20, Mean recall50, Mean ndcg100, Mean averagePrecision100, Mean hit20, int coverage20) {
    private static final int LIST = 100;

    public static TopListAccuracy of(Recommender model, List<Trial> trials) {
        Mean.Tally recall20 = new Mean.Tally();
        Mean.Tally recall50 = new Mean.Tally();
        Mean.Tally ndcg100 = new Mean.Tally();
        Mean.Tally averagePrecision100 = new Mean.Tally();
        Mean.Tally hit20 = new Mean.Tally();
        BitSet covered = new BitSet();
        float[] scores = new float[model.items()];
        for (Trial trial : trials) {
            model.score(trial.known(), scores);
            BitSet relevant = trial.relevant();
            Ranking list = trial.list(scores, LIST);
            boolean[] hits = new boolean[list.size()];
            for (int rank = 0; rank < hits.length; rank++) {
                hits[rank] = relevant.get(list.item(rank));
                if (rank < 20) {
                    covered.set(list.item(rank));
                }
            }
            int count = relevant.cardinality();
            recall20.add(RankingMetrics.recall(hits, count, 20));
            recall50.add(RankingMetrics.recall(hits, count, 50));
            ndcg100.add(RankingMetrics.ndcg(hits, count, LIST));
            averagePrecision100.add(RankingMetrics.averagePrecision(hits, count, LIST));
            hit20.add(RankingMetrics.hit(hits, count, 20));
        }
        return new TopListAccuracy(
                recall20.mean(),
                recall50.mean(),
                ndcg100.mean(),
                averagePrecision100.mean(),
                hit20.mean(),
                covered.cardinality());
    }
}
