/**
 * Forecasts series that callers bring along and stores nothing: {@code SeriesForecastGrpc -> SeriesForecasts -> SeriesWish,
 * TimeSeries, SeriesOutcome}.
 */
@NullMarked
package io.smartcrm.forecast.stateless;

import org.jspecify.annotations.NullMarked;
