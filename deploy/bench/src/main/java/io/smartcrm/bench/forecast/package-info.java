/**
 * Benchmarks of the forecasting core.
 *
 * <p>{@code ForecastAccuracy -> SeriesFile -> io.smartcrm.forecast}
 */
@NullMarked
package io.smartcrm.bench.forecast;

import org.jspecify.annotations.NullMarked;
