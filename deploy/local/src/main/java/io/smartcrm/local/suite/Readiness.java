package io.smartcrm.local.suite;

import static java.util.Objects.requireNonNull;

import io.smartcrm.local.RunningPart;
import java.time.Duration;

/**
 * What it took until a part answered.
 *
 * @param after time since the begin of the suite
 * @param processor processor time of its processes
 */
record Readiness(Duration after, Duration processor) {
    Readiness {
        requireNonNull(after, "after is null");
        requireNonNull(processor, "processor is null");
    }

    static Readiness of(RunningPart part, Duration after) {
        return new Readiness(after, part.processorTime());
    }
}
