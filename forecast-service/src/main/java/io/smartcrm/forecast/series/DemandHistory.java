package io.smartcrm.forecast.series;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Pieces sold a step, from the first step with a sale to the last whole one, steps without a sale as zero.
 *
 * @param start first day of the first step; of the first unfinished one if there are no whole steps
 * @param quantities one for each step, oldest first
 * @param dataTime events up to here are counted
 */
public record DemandHistory(DemandStep step, LocalDate start, List<Double> quantities, Optional<Instant> dataTime) {
    public DemandHistory {
        requireNonNull(step, "step is null");
        requireNonNull(start, "start is null");
        requireNonNull(dataTime, "dataTime is null");
        quantities = List.copyOf(quantities);
        if (!step.start(start).equals(start)) {
            throw new IllegalArgumentException("no " + step + " starts on " + start);
        }
    }

    /** First day of a step, counted from 0; steps after the last one lie in the future. */
    public LocalDate start(int index) {
        return step.later(start, index);
    }

    /** The mean over the days of each of the first steps; those after the last one lie in the future. */
    public double[] perStep(int steps, ToDoubleFunction<LocalDate> ofDay) {
        return IntStream.range(0, steps)
                .mapToDouble(index -> start(index)
                        .datesUntil(start(index + 1))
                        .mapToDouble(ofDay)
                        .average()
                        .orElseThrow())
                .toArray();
    }

    public int steps() {
        return quantities.size();
    }

    public double[] values() {
        return quantities.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
