package io.smartcrm.forecast.champion;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.MethodSet;
import java.time.Instant;
import java.util.Optional;

/**
 * Methods that forecast, or did, when nobody names one, and how they came to it.
 *
 * @param methods with their version, from 1; 0 is what the program brings along
 * @param note why, in the words of who promoted it
 * @param restoredVersion the version that was restored by this one
 * @param promoteTime empty for version 0, like what follows
 * @param codeVersion of the program that promoted it
 * @param dataTime events up to here were known then; empty if none were
 */
public record Champion(
        MethodSet methods,
        String note,
        Optional<Integer> restoredVersion,
        String userName,
        Optional<Instant> promoteTime,
        String codeVersion,
        Optional<Instant> dataTime) {
    static final Champion BUILT_IN = new Champion(
            MethodSet.BUILT_IN,
            "what the program brings along",
            Optional.empty(),
            "",
            Optional.empty(),
            "",
            Optional.empty());

    public Champion {
        requireNonNull(methods, "methods is null");
        requireNonNull(note, "note is null");
        requireNonNull(restoredVersion, "restoredVersion is null");
        requireNonNull(userName, "userName is null");
        requireNonNull(promoteTime, "promoteTime is null");
        requireNonNull(codeVersion, "codeVersion is null");
        requireNonNull(dataTime, "dataTime is null");
    }

    int version() {
        return methods.version();
    }
}
