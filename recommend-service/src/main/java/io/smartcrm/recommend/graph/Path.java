package io.smartcrm.recommend.graph;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.recognition.Entity;
import io.smartcrm.recommend.recognition.Relation;
import java.util.List;
import java.util.Optional;

/**
 * How a walk came from a choice to an item.
 *
 * @param from the item of the history
 * @param steps through the entities that both have to do with, most trodden first
 * @param amount of the score that came this way
 */
public record Path(int from, List<Step> steps, float amount) {
    public Path {
        steps = List.copyOf(steps);
    }

    /**
     * @param relation of the choice to the entity
     * @param companion the other end where the choice's entity only goes with that of the item
     */
    public record Step(Relation relation, Entity entity, Optional<Entity> companion, float amount) {
        public Step {
            requireNonNull(relation, "relation is null");
            requireNonNull(entity, "entity is null");
            requireNonNull(companion, "companion is null");
        }
    }
}
