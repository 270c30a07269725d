package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A run, with all that is needed to know where its forecasts came from.
 *
 * @param codeVersion of the program that forecast
 * @param firstWeek Monday of the first week that is forecast; empty until it runs
 * @param dataTime events up to here were known when it started
 * @param failure why it failed and what to do; empty otherwise
 */
record ForecastRun(
        UUID id,
        RunState state,
        RunWish wish,
        String codeVersion,
        Optional<LocalDate> firstWeek,
        Optional<Instant> dataTime,
        long done,
        long total,
        Instant createTime,
        Optional<Instant> startTime,
        Optional<Instant> endTime,
        String failure,
        boolean cancelRequested) {
    ForecastRun {
        requireNonNull(id, "id is null");
        requireNonNull(state, "state is null");
        requireNonNull(wish, "wish is null");
        requireNonNull(createTime, "createTime is null");
        requireNonNull(failure, "failure is null");
    }
}
