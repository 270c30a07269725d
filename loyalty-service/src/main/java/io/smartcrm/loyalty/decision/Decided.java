package io.smartcrm.loyalty.decision;

import static java.util.Objects.requireNonNull;

import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.strategy.Decision;

/** What was decided on an occasion. */
record Decided(Occasion occasion, Decision decision) {
    Decided {
        requireNonNull(occasion, "occasion is null");
        requireNonNull(decision, "decision is null");
    }

    boolean acting() {
        return decision instanceof Decision.Act;
    }
}
