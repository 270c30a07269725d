package io.smartcrm.local.suite;

import static java.util.Objects.requireNonNull;

import io.smartcrm.local.RunningPart;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A part to be started.
 *
 * @param needs names of the parts that must answer before, and stop after
 * @param start starts the part and returns when it answers
 */
record PlannedPart(String name, Set<String> needs, Supplier<? extends RunningPart> start) {
    PlannedPart {
        requireNonNull(name, "name is null");
        needs = Set.copyOf(needs);
        requireNonNull(start, "start is null");
    }
}
