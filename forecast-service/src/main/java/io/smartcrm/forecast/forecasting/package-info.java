/**
 * Forecasting methods as pure functions of arrays: a history in, a forecast with prediction intervals out.
 *
 * <p>{@code Method -> CalibratedForecaster -> Model (Naive, SeasonalNaive, ThetaLines, Deseasonalised) -> Projection}
 */
@NullMarked
package io.smartcrm.forecast.forecasting;

import org.jspecify.annotations.NullMarked;
