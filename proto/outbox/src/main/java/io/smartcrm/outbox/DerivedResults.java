package io.smartcrm.outbox;

import java.time.Instant;
import java.util.Optional;

/** Implemented by what a service derives from its read model in the background: scores, trained models. */
public interface DerivedResults {
    /** Events up to here are in the results; empty when there are none yet. */
    Optional<Instant> derivedTime();

    /** False while events were applied that the results do not hold yet. */
    boolean current();
}
