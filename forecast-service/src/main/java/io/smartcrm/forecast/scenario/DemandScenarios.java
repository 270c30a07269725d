package io.smartcrm.forecast.scenario;

import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.plan.Plans;
import io.smartcrm.forecast.pool.ForecastPool;
import io.smartcrm.forecast.scenario.ScenarioComparison.UnseenException;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandSeries;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;

/** Compares futures from the read model as it is now. */
@ApplicationScoped
class DemandScenarios {
    /** A trend, a price and a promotion take some steps to tell apart. */
    private static final int FEWEST_STEPS = 8;

    private final DemandSeries series;
    private final Plans plans;
    private final ForecastPool pool;

    DemandScenarios(DemandSeries series, Plans plans, ForecastPool pool) {
        this.series = series;
        this.plans = plans;
        this.pool = pool;
    }

    Uni<ScenarioComparison> compare(ScenarioQuestion question) {
        return series.history(question.scope(), question.step())
                .map(found -> found.orElseThrow(() -> new Failure(
                        Failure.Kind.NOT_FOUND, "SALES_NOT_FOUND", "no sale of what was asked for is known")))
                .chain(history ->
                        plans.of(question.scope()).emitOn(pool).map(kept -> compare(question.beside(kept), history)));
    }

    private static ScenarioComparison compare(ScenarioQuestion question, DemandHistory history) {
        if (history.steps() < FEWEST_STEPS) {
            throw new Failure(
                    Failure.Kind.UNPROCESSABLE,
                    "HISTORY_TOO_SHORT",
                    "%s of sales are known; it takes %d to tell what moves them"
                            .formatted(history.step().count(history.steps()), FEWEST_STEPS));
        }
        try {
            return ScenarioComparison.of(question, history);
        } catch (UnseenException unseen) {
            throw new Failure(Failure.Kind.UNPROCESSABLE, "NOTHING_TO_LEARN_FROM", String.valueOf(unseen.getMessage()));
        }
    }
}
