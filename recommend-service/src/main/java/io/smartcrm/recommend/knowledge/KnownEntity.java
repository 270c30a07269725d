package io.smartcrm.recommend.knowledge;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Relation;

/**
 * An entity as it is kept.
 *
 * @param products that have to do with it
 */
record KnownEntity(String id, EntityType type, String name, int products) {
    KnownEntity {
        requireNonNull(id, "id is null");
        requireNonNull(type, "type is null");
        requireNonNull(name, "name is null");
    }

    /**
     * What an entity has to do with this one.
     *
     * @param support products or orders that say so
     * @param lift how many times as often as by chance; 1 where that is not the question
     */
    record Related(Relation relation, KnownEntity entity, int support, double lift) {}
}
