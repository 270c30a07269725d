/**
 * Forecasts of series that callers bring along: {@code ForecastResource -> SeriesLines -> SeriesForecastClient -> forecast-service}.
 */
@NullMarked
package io.smartcrm.gateway.forecast;

import org.jspecify.annotations.NullMarked;
