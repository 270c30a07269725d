package io.smartcrm.forecast.series;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Pieces sold a week, from the first week with a sale to the last whole week, weeks without a sale as zero.
 *
 * @param firstWeek Monday of the first week; of the first unfinished one if there are no whole weeks
 * @param quantities one for each week, oldest first
 * @param dataTime events up to here are counted
 */
public record WeeklyDemand(LocalDate firstWeek, List<Double> quantities, Optional<Instant> dataTime) {
    public WeeklyDemand {
        requireNonNull(firstWeek, "firstWeek is null");
        requireNonNull(dataTime, "dataTime is null");
        quantities = List.copyOf(quantities);
        if (firstWeek.getDayOfWeek() != DayOfWeek.MONDAY) {
            throw new IllegalArgumentException("a week starts on Monday, not on " + firstWeek);
        }
    }

    /** Monday of a week, counted from 0; weeks after the last one lie in the future. */
    public LocalDate week(int index) {
        return firstWeek.plusWeeks(index);
    }

    public int weeks() {
        return quantities.size();
    }

    public double[] values() {
        return quantities.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
