package io.smartcrm.recommend.knowledge;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.recognition.Alias;
import java.util.List;

/** An entity with its aliases, most reliable first, and its relations, strongest first. */
record EntityDetails(KnownEntity entity, List<Named> aliases, List<KnownEntity.Related> relations) {
    EntityDetails {
        requireNonNull(entity, "entity is null");
        aliases = List.copyOf(aliases);
        relations = List.copyOf(relations);
    }

    /** Words that stand for the entity. */
    record Named(String words, Alias.Origin origin, double reliability) {}
}
