/**
 * Forecasts all series together as a job, keeps what came of it and compares it with what happens: {@code RunGrpc ->
 * ForecastRuns -> RunTable, ResultTable, AccuracyTable}, and {@code RunWorker -> RunWork -> AllSeries, SeriesResult,
 * CoherentResults}.
 */
@NullMarked
package io.smartcrm.forecast.run;

import org.jspecify.annotations.NullMarked;
