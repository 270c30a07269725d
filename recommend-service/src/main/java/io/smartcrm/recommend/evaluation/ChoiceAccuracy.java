package io.smartcrm.recommend.evaluation;

import io.smartcrm.recommend.collaborative.Recommender;
import java.util.List;

/**
 * Leave-one-out accuracy (He et al. 2017): how often the held-out item is among the first ten of its candidates, and the
 * discounted gain of its rank. Where candidates score the same, the expectation over their random order counts, so a
 * model that scores all alike earns just what chance gives.
 */
public record ChoiceAccuracy(Mean hit10, Mean ndcg10) {
    private static final int CUTOFF = 10;

    public static ChoiceAccuracy of(Recommender model, List<Choice> choices) {
        Mean.Tally hit10 = new Mean.Tally();
        Mean.Tally ndcg10 = new Mean.Tally();
        float[] scores = new float[model.items()];
        for (Choice choice : choices) {
            model.score(choice.known(), scores);
            int first = choice.above(scores);
            int places = choice.level(scores) + 1;
            double hit = 0;
            double gain = 0;
            for (int rank = first; rank < Math.min(CUTOFF, first + places); rank++) {
                hit += 1.0 / places;
                gain += RankingMetrics.gain(rank) / places;
            }
            hit10.add(hit);
            ndcg10.add(gain);
        }
        return new ChoiceAccuracy(hit10.mean(), ndcg10.mean());
    }
}
