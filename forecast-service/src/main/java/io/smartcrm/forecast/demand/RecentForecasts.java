package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.series.DemandHistory;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts made lately. Choosing a method repeats the past many times over, and as long as a series has the same values the
 * same question has the same answer.
 */
final class RecentForecasts {
    private static final int MOST = 1000;

    private final Map<Asked, DemandForecast> answers =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, DemandForecast> eldest) {
                    return size() > MOST;
                }
            });

    private record Asked(DemandQuestion question, ForecastBasis basis, LocalDate start, List<Double> quantities) {
        private Asked {
            requireNonNull(question, "question is null");
            requireNonNull(basis, "basis is null");
            requireNonNull(start, "start is null");
            quantities = List.copyOf(quantities);
        }
    }

    DemandForecast answer(DemandQuestion question, DemandHistory history, ForecastBasis basis) {
        Asked asked = new Asked(question, basis, history.start(), history.quantities());
        DemandForecast known = answers.get(asked);
        if (known != null) {
            return known.with(history);
        }
        DemandForecast found = DemandForecast.of(question, history, basis);
        answers.put(asked, found);
        return found;
    }
}
