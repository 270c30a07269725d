package io.smartcrm.recommend.evaluation;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Ranking;
import java.util.BitSet;

/**
 * One customer to foresee.
 *
 * @param known what the model may use
 * @param relevant the items chosen later, at least one
 * @param repeats whether items of {@code known} may be recommended (and be relevant)
 */
public record Trial(History known, BitSet relevant, boolean repeats) {
    public Trial {
        requireNonNull(known, "known is null");
        relevant = (BitSet) relevant.clone();
        if (relevant.isEmpty()) {
            throw new IllegalArgumentException("relevant is empty");
        }
        if (!repeats && relevant.intersects(known.items())) {
            throw new IllegalArgumentException("relevant holds known items although repeats are not allowed");
        }
    }

    /** The best items of the trial's kind by their scores. */
    Ranking list(float[] scores, int limit) {
        if (repeats) {
            return Ranking.top(scores, limit, item -> true);
        }
        BitSet own = known.items();
        return Ranking.top(scores, limit, item -> !own.get(item));
    }

    @Override
    public BitSet relevant() {
        return (BitSet) relevant.clone();
    }
}
