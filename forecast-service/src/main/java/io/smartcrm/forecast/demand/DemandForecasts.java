package io.smartcrm.forecast.demand;

import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.pool.ForecastPool;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandSeries;
import io.smartcrm.forecast.series.WeeklyDemand;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;

/** Forecasts made on request from the read model as it is now. */
@ApplicationScoped
public class DemandForecasts {
    private final DemandSeries series;
    private final ForecastPool pool;
    private final RecentForecasts recent = new RecentForecasts();

    DemandForecasts(DemandSeries series, ForecastPool pool) {
        this.series = series;
        this.pool = pool;
    }

    public Uni<DemandForecast> forecast(DemandQuestion question) {
        return series.weekly(question.scope())
                .map(found -> found.orElseThrow(() -> nothingSold(question.scope())))
                .map(DemandForecasts::withWholeWeeks)
                .emitOn(pool)
                .map(history -> recent.answer(question, history));
    }

    private static WeeklyDemand withWholeWeeks(WeeklyDemand history) {
        if (history.weeks() == 0) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "HISTORY_TOO_SHORT",
                    "the first week with a sale, from " + history.firstWeek() + ", is not over yet; ask after it");
        }
        return history;
    }

    private static Failure nothingSold(DemandScope scope) {
        if (scope instanceof DemandScope.Product product) {
            return notFound("PRODUCT_NOT_FOUND", "no sale of product '" + product.id() + "' is known");
        }
        if (scope instanceof DemandScope.Category category) {
            return notFound("CATEGORY_NOT_FOUND", "no sale in category '" + category.name() + "' is known");
        }
        return notFound("SALES_NOT_FOUND", "no sale is known yet");
    }

    private static Failure notFound(String reason, String message) {
        return new Failure(Failure.Kind.NOT_FOUND, reason, message);
    }
}
