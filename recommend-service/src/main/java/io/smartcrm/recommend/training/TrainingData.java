package io.smartcrm.recommend.training;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.content.AttributeLikeness;
import io.smartcrm.recommend.graph.ItemEntities;
import java.util.List;

/**
 * What a model learns from.
 *
 * @param products ascending numbers, one an item of the events
 * @param texts what is written about each item, empty where nothing is
 * @param knowledge what each item has to do with which entities
 * @param attributes which items are alike by what their records say
 * @param asOf the moment to foresee from, seconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent")
public record TrainingData(
        Events events,
        int[] products,
        List<String> texts,
        ItemEntities knowledge,
        AttributeLikeness attributes,
        long asOf) {
    public TrainingData {
        requireNonNull(events, "events is null");
        products = products.clone();
        texts = List.copyOf(texts);
        if (products.length != events.items()
                || texts.size() != events.items()
                || knowledge.items() != events.items()
                || attributes.items() != events.items()) {
            throw new IllegalArgumentException(
                    "%d items have %d products, %d texts, entities of %d and attributes of %d"
                            .formatted(
                                    events.items(),
                                    products.length,
                                    texts.size(),
                                    knowledge.items(),
                                    attributes.items()));
        }
    }

    /** Without any knowledge or attributes. */
    public TrainingData(Events events, int[] products, List<String> texts, long asOf) {
        this(events, products, texts, ItemEntities.none(events.items()), AttributeLikeness.none(events.items()), asOf);
    }
}
