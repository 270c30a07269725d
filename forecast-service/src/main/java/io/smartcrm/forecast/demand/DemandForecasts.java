package io.smartcrm.forecast.demand;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandSeries;
import io.smartcrm.forecast.series.WeeklyDemand;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Forecasts made on request from the read model as it is now. */
@ApplicationScoped
public class DemandForecasts {
    private final DemandSeries series;

    DemandForecasts(DemandSeries series) {
        this.series = series;
    }

    /** Takes a few milliseconds of a worker thread: the event loop is left to others. */
    public Uni<DemandForecast> forecast(DemandScope scope, int horizon, List<Method> methods) {
        return series.weekly(scope)
                .map(found -> found.orElseThrow(() -> nothingSold(scope)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(history -> DemandForecast.of(scope, withWholeWeeks(history), horizon, methods));
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
