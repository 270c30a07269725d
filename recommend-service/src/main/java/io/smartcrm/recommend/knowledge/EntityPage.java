package io.smartcrm.recommend.knowledge;

import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.wire.Failure;
import java.util.Optional;

/**
 * Which entities are asked for.
 *
 * @param beginning what any alias begins with, empty for all
 * @param after the entity the page before ended with
 */
record EntityPage(Optional<EntityType> type, String beginning, int size, Optional<After> after) {
    private static final int LONGEST = 100;

    EntityPage {
        if (beginning.length() > LONGEST) {
            throw Failure.invalid("query", "has at most " + LONGEST + " characters");
        }
    }

    record After(int products, String id) {}

    EntityPage from(After last) {
        return new EntityPage(type, beginning, size, Optional.of(last));
    }

    /** Everything but the place, to which a page token belongs. */
    String fingerprint() {
        return "entities " + type + " " + beginning;
    }
}
