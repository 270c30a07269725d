package io.smartcrm.forecast.forecasting;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The days that each step of a series covers, and what of the calendar falls on them. A regressor counts days: on daily steps
 * it is 0 or 1, on weekly ones a month has up to 7 days, on monthly ones a weekday comes four or five times.
 *
 * @param first day of the first step
 * @param unit {@link ChronoUnit#DAYS}, {@link ChronoUnit#WEEKS} or {@link ChronoUnit#MONTHS}
 * @param steps of history and horizon together, at least 1
 */
public record CalendarSteps(LocalDate first, ChronoUnit unit, int steps) {
    private static final Set<ChronoUnit> UNITS = Set.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS);

    public CalendarSteps {
        requireNonNull(first, "first is null");
        if (!UNITS.contains(unit)) {
            throw new IllegalArgumentException("unit must be days, weeks or months, not " + unit);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, not " + steps);
        }
    }

    /** One regressor for each day of the week but Monday, which the others are compared with. */
    public List<Regressor> daysOfWeek() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day != DayOfWeek.MONDAY)
                .map(day -> counting(
                        day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), date -> date.getDayOfWeek() == day))
                .toList();
    }

    /** One regressor for each month but January, which the others are compared with. */
    public List<Regressor> months() {
        return Stream.of(Month.values())
                .filter(month -> month != Month.JANUARY)
                .map(month -> counting(
                        month.getDisplayName(TextStyle.FULL, Locale.ENGLISH), date -> date.getMonth() == month))
                .toList();
    }

    public Regressor holidays(Set<LocalDate> holidays) {
        return counting("holiday", holidays::contains);
    }

    /** @param daysOfMonth on which people are paid; a day that a month does not have is its last */
    public Regressor paydays(int... daysOfMonth) {
        for (int day : daysOfMonth) {
            if (day < 1 || day > 31) {
                throw new IllegalArgumentException("day of month must lie between 1 and 31, not " + day);
            }
        }
        return counting(
                "payday",
                date -> Arrays.stream(daysOfMonth)
                        .anyMatch(day -> Math.min(day, date.lengthOfMonth()) == date.getDayOfMonth()));
    }

    private Regressor counting(String name, Predicate<LocalDate> counts) {
        double[] values = new double[steps];
        for (int t = 0; t < steps; t++) {
            LocalDate from = first.plus(t, unit);
            values[t] = from.datesUntil(first.plus(t + 1L, unit)).filter(counts).count();
        }
        return new Regressor(name, values);
    }
}
