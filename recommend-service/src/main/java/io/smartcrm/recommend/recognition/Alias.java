package io.smartcrm.recommend.recognition;

import static java.util.Objects.requireNonNull;

/**
 * Words that stand for an entity.
 *
 * @param reliability how often the words, where they stand, really tell what the product is, 0 to 1
 */
public record Alias(Entity entity, String words, Origin origin, double reliability) {
    public Alias {
        requireNonNull(entity, "entity is null");
        requireNonNull(words, "words is null");
        requireNonNull(origin, "origin is null");
    }

    /** Where an alias comes from. */
    public enum Origin {
        /** A value of the catalogue's own attributes. */
        ATTRIBUTE,
        /** The words everybody uses. */
        VOCABULARY,
        /** Words found where an attribute has the value, in whatever language, and nowhere else. */
        LEARNED
    }

    Alias withReliability(double other) {
        return new Alias(entity, words, origin, other);
    }

    /** Short codes as S, M or A4 count in capitals only. */
    boolean needsCapitals() {
        return words.length() <= 2 && !words.isEmpty() && Character.isUpperCase(words.charAt(0));
    }
}
