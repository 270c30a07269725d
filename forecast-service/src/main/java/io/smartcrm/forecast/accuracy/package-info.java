/**
 * How good forecasts were: error measures, interval measures, and backtests that compare methods on one series.
 *
 * <p>{@code MethodChoice -> MethodSet, SeriesProfile, RollingOrigin -> Comparison -> Backtest -> Errors, IntervalErrors, Scale}
 */
@NullMarked
package io.smartcrm.forecast.accuracy;

import org.jspecify.annotations.NullMarked;
