package io.smartcrm.recommend.recognition;

import static java.util.Objects.requireNonNull;

/**
 * Where a text speaks of an entity.
 *
 * @param start first character, in UTF-16 units
 * @param end one past the last
 * @param words as they stand there
 * @param confidence 0 to 1
 */
public record Mention(Entity entity, int start, int end, String words, double confidence) {
    public Mention {
        requireNonNull(entity, "entity is null");
        requireNonNull(words, "words is null");
    }

    boolean overlaps(Mention other) {
        return start < other.end && other.start < end;
    }
}
