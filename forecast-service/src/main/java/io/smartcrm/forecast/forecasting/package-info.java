/**
 * Forecasting methods as pure functions of arrays: a history in, a forecast with prediction intervals out.
 *
 * <p>{@code Method -> CalibratedForecaster -> Ensemble -> Combination -> Model (AutomaticSmoothing, OptimisedTheta,
 * Autoregression, AgingDemand, ... behind Deseasonalised or not) -> Projection}; {@code StockDecision} turns forecasts into
 * orders, {@code Reconciliation} makes those of a {@code Hierarchy} add up, {@code Decomposition} tells trend from seasons,
 * {@code DemandRegression} explains a series by {@code Regressor}s.
 */
@NullMarked
package io.smartcrm.forecast.forecasting;

import org.jspecify.annotations.NullMarked;
