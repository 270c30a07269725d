package io.smartcrm.forecast.demand;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.plan.DemandPlan;

/**
 * What forecasts rest on beside the history.
 *
 * @param methods that hold when none is named
 * @param plan of promotions and prices, past and to come
 */
record ForecastBasis(MethodSet methods, DemandPlan plan) {
    ForecastBasis {
        requireNonNull(methods, "methods is null");
        requireNonNull(plan, "plan is null");
    }
}
