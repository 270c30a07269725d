package io.smartcrm.forecast.champion;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import java.util.List;
import java.util.Optional;

/**
 * What somebody wants to hold from now on.
 *
 * @param candidates each once; none for those that suit a series
 * @param restoredVersion the version that is to hold again
 */
record NewChampion(Method champion, List<Method> candidates, String note, Optional<Integer> restoredVersion) {
    NewChampion {
        requireNonNull(champion, "champion is null");
        candidates = List.copyOf(candidates);
        requireNonNull(note, "note is null");
        requireNonNull(restoredVersion, "restoredVersion is null");
    }

    static NewChampion again(Champion earlier, String note) {
        return new NewChampion(
                earlier.methods().champion(), earlier.methods().candidates(), note, Optional.of(earlier.version()));
    }

    boolean became(Champion promoted) {
        return promoted.methods().champion() == champion
                && promoted.methods().candidates().equals(candidates)
                && promoted.restoredVersion().equals(restoredVersion);
    }
}
