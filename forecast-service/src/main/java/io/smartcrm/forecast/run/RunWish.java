package io.smartcrm.forecast.run;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.forecasting.Reconciliation;

/**
 * How all series are to be forecast.
 *
 * @param horizon weeks ahead
 */
record RunWish(int horizon, Reconciliation reconciliation, Method method) {
    RunWish {
        requireNonNull(reconciliation, "reconciliation is null");
        requireNonNull(method, "method is null");
    }
}
