package io.smartcrm.bench.recommend;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.Interactions;
import java.util.List;

/**
 * What a model is fitted to.
 *
 * @param interactions the events by pairs
 * @param asOf the moment to foresee from, seconds since 1970
 * @param texts what is written about each item, empty where no file of items was given
 */
record Training(Events events, Interactions interactions, long asOf, List<String> texts) {
    Training {
        requireNonNull(events, "events is null");
        requireNonNull(interactions, "interactions is null");
        texts = List.copyOf(texts);
    }

    static Training of(Events events, long asOf, List<String> texts) {
        return new Training(events, Interactions.of(events), asOf, texts);
    }
}
