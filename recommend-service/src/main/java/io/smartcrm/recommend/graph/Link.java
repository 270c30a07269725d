package io.smartcrm.recommend.graph;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.recognition.Relation;

/**
 * What an item has to do with an entity.
 *
 * @param confidence above 0, at most 1
 */
public record Link(int item, int entity, Relation relation, float confidence) {
    public Link {
        requireNonNull(relation, "relation is null");
        if (!(confidence > 0) || confidence > 1) {
            throw new IllegalArgumentException("confidence must be above 0 and at most 1, not " + confidence);
        }
    }
}
