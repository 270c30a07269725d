package io.smartcrm.forecast.series;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Demand as it stands in the read model. */
@ApplicationScoped
public class DemandSeries {
    private final SeriesStore store;
    private final Clock clock;

    DemandSeries(SeriesStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The series of a scope; empty if nothing of it was sold.
     *
     * <p>It ends with the last step that is over by the shop's own last day of sales, not by the calendar: a shop that
     * stopped sending orders does not look like one that stopped selling.
     */
    @WithSession
    public Uni<Optional<DemandHistory>> history(DemandScope scope, DemandStep step) {
        return store.lastDay(LocalDate.now(clock))
                .chain(lastDay -> lastDay.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : history(scope, step, step.start(lastDay.get().plusDays(1))));
    }

    /** @param end first day of the first step that is not over */
    private Uni<Optional<DemandHistory>> history(DemandScope scope, DemandStep step, LocalDate end) {
        LocalDate from = step.later(end, -step.most());
        return store.sold(scope, step, from, step.later(end, 1))
                .chain(sold -> store.eventTime().map(eventTime -> series(sold, step, from, eventTime)));
    }

    private static Optional<DemandHistory> series(
            Map<Integer, Double> sold, DemandStep step, LocalDate from, Optional<Instant> eventTime) {
        return sold.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .map(Map.Entry::getKey)
                .min(Integer::compare)
                .map(first -> new DemandHistory(
                        step, step.later(from, first), wholeSteps(sold, first, step.most()), eventTime));
    }

    private static List<Double> wholeSteps(Map<Integer, Double> sold, int first, int end) {
        List<Double> quantities = new ArrayList<>();
        for (int step = first; step < end; step++) {
            quantities.add(sold.getOrDefault(step, 0.0));
        }
        return quantities;
    }
}
