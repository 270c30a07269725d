package io.smartcrm.recommend.hybrid;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;

/** The switching hybrid (Burke 2002): one recommender for those of whom something is known, another for the others. */
public record Switching(Recommender known, Recommender unknown) implements Recommender {
    public Switching {
        requireNonNull(known, "known is null");
        requireNonNull(unknown, "unknown is null");
        if (known.items() != unknown.items()) {
            throw new IllegalArgumentException("the two differ in items: " + known.items() + ", " + unknown.items());
        }
    }

    @Override
    public int items() {
        return known.items();
    }

    @Override
    public void score(History history, float[] scores) {
        (history.isEmpty() ? unknown : known).score(history, scores);
    }
}
