package io.smartcrm.forecast.plan;

import io.smartcrm.forecast.plan.DemandPlan.Promotion;
import io.smartcrm.forecast.plan.PlanEntry.Planned.Priced;
import io.smartcrm.forecast.plan.PlanEntry.Planned.Promoted;
import io.smartcrm.forecast.series.DemandScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All that is planned. A promotion of a category is one of all that is in it; a price is that of its own scope only. */
public final class PlanBook {
    private final Map<DemandScope, NavigableMap<LocalDate, Double>> prices = new HashMap<>();
    private final Map<DemandScope, List<Promotion>> promotions = new HashMap<>();

    private PlanBook() {}

    static PlanBook of(List<PlanEntry> entries) {
        PlanBook book = new PlanBook();
        for (PlanEntry entry : entries) {
            DemandScope scope = entry.content().scope();
            if (entry.content().planned() instanceof Priced priced) {
                book.prices.computeIfAbsent(scope, first -> new TreeMap<>()).put(priced.first(), priced.price());
            }
            if (entry.content().planned() instanceof Promoted promoted) {
                book.promotions
                        .computeIfAbsent(scope, first -> new ArrayList<>())
                        .add(promoted.promotion());
            }
        }
        return book;
    }

    /** @param above the categories that the scope is in */
    public DemandPlan of(DemandScope scope, List<String> above) {
        List<Promotion> all = new ArrayList<>(promotions.getOrDefault(new DemandScope.Total(), List.of()));
        above.forEach(category -> all.addAll(promotions.getOrDefault(new DemandScope.Category(category), List.of())));
        if (!(scope instanceof DemandScope.Total)) {
            all.addAll(promotions.getOrDefault(scope, List.of()));
        }
        return new DemandPlan(prices.getOrDefault(scope, new TreeMap<>()), all);
    }
}
