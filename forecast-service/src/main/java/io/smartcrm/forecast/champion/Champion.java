package io.smartcrm.forecast.champion;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import java.time.Instant;
import java.util.Optional;

/**
 * A method that forecasts, or did, when nobody names one.
 *
 * @param version from 1; 0 is what the program brings along
 * @param note why, in the words of who promoted it
 * @param restoredVersion the version that was restored by this one
 * @param promoteTime empty for version 0
 */
public record Champion(
        int version,
        Method method,
        String note,
        Optional<Integer> restoredVersion,
        String userName,
        Optional<Instant> promoteTime) {
    static final Champion BUILT_IN = new Champion(
            0, Method.byDefault(), "what the program brings along", Optional.empty(), "", Optional.empty());

    public Champion {
        requireNonNull(method, "method is null");
        requireNonNull(note, "note is null");
        requireNonNull(restoredVersion, "restoredVersion is null");
        requireNonNull(userName, "userName is null");
        requireNonNull(promoteTime, "promoteTime is null");
    }
}
