package io.smartcrm.forecast.series;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weekly demand as it stands in the read model. */
@ApplicationScoped
public class DemandSeries {
    /** Older weeks tell little of the next ones, and a slip in a year must not make a series of a century. */
    private static final int MOST_WEEKS = 5 * 52;

    private final SeriesStore store;
    private final Clock clock;

    DemandSeries(SeriesStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The series of a scope; empty if nothing of it was sold.
     *
     * <p>It ends with the last week that is over by the shop's own last day of sales, not by the calendar: a shop that
     * stopped sending orders does not look like one that stopped selling.
     */
    @WithSession
    public Uni<Optional<WeeklyDemand>> weekly(DemandScope scope) {
        return store.lastDay(LocalDate.now(clock))
                .chain(lastDay -> lastDay.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : weekly(scope, monday(lastDay.get().plusDays(1))));
    }

    /** @param end Monday of the first week that is not over */
    private Uni<Optional<WeeklyDemand>> weekly(DemandScope scope, LocalDate end) {
        LocalDate from = end.minusWeeks(MOST_WEEKS);
        return store.soldByWeek(scope, from, end.plusWeeks(1))
                .chain(sold -> store.eventTime().map(eventTime -> series(sold, from, eventTime)));
    }

    private static Optional<WeeklyDemand> series(
            Map<Integer, Double> sold, LocalDate from, Optional<Instant> eventTime) {
        return sold.entrySet().stream()
                .filter(week -> week.getValue() > 0)
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .map(first -> new WeeklyDemand(from.plusWeeks(first), wholeWeeks(sold, first), eventTime));
    }

    private static List<Double> wholeWeeks(Map<Integer, Double> sold, int first) {
        List<Double> quantities = new ArrayList<>();
        for (int week = first; week < MOST_WEEKS; week++) {
            quantities.add(sold.getOrDefault(week, 0.0));
        }
        return quantities;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
