package io.smartcrm.recommend.recognition;

import static java.util.Objects.requireNonNull;

/**
 * What a product has to do with an entity.
 *
 * @param confidence 0 to 1
 * @param words of the text or of the record that told it
 */
public record Fact(Entity entity, Relation relation, double confidence, Evidence evidence, String words) {
    public Fact {
        requireNonNull(entity, "entity is null");
        requireNonNull(relation, "relation is null");
        requireNonNull(evidence, "evidence is null");
        requireNonNull(words, "words is null");
    }

    /** What told it. */
    public enum Evidence {
        /** The product's record. */
        RECORD,
        /** The product's texts. */
        TEXT
    }
}
