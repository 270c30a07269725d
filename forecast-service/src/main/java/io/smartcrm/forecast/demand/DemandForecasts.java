package io.smartcrm.forecast.demand;

import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.champion.Champions;
import io.smartcrm.forecast.plan.Plans;
import io.smartcrm.forecast.pool.ForecastPool;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandSeries;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;

/** Forecasts made on request from the read model as it is now. */
@ApplicationScoped
public class DemandForecasts {
    private final DemandSeries series;
    private final Champions champions;
    private final Plans plans;
    private final ForecastPool pool;
    private final RecentForecasts recent = new RecentForecasts();

    DemandForecasts(DemandSeries series, Champions champions, Plans plans, ForecastPool pool) {
        this.series = series;
        this.plans = plans;
        this.champions = champions;
        this.pool = pool;
    }

    public Uni<DemandForecast> forecast(DemandQuestion question) {
        return series.history(question.scope(), question.step())
                .map(found -> found.orElseThrow(() -> nothingSold(question.scope())))
                .map(DemandForecasts::withWholeSteps)
                .chain(history -> basis(question).emitOn(pool).map(basis -> recent.answer(question, history, basis)));
    }

    private Uni<ForecastBasis> basis(DemandQuestion question) {
        return champions
                .methods()
                .chain(methods -> plans.of(question.scope()).map(plan -> new ForecastBasis(methods, plan)));
    }

    private static DemandHistory withWholeSteps(DemandHistory history) {
        if (history.steps() == 0) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "HISTORY_TOO_SHORT",
                    "the first %s with a sale, from %s, is not over yet; ask after it"
                            .formatted(history.step().stepName(), history.start()));
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
        if (scope instanceof DemandScope.Country country) {
            return notFound("COUNTRY_NOT_FOUND", "no sale to '" + country.name() + "' is known");
        }
        if (scope instanceof DemandScope.Channel channel) {
            return notFound("CHANNEL_NOT_FOUND", "no sale by '" + channel.name() + "' is known");
        }
        if (scope instanceof DemandScope.Segment segment) {
            return notFound("SEGMENT_NOT_FOUND", "no sale to a customer in segment '" + segment.id() + "' is known");
        }
        return notFound("SALES_NOT_FOUND", "no sale is known yet");
    }

    private static Failure notFound(String reason, String message) {
        return new Failure(Failure.Kind.NOT_FOUND, reason, message);
    }
}
