/** Where forecasts are computed: {@code ForecastPool}, as many threads as the machine has processors. */
@NullMarked
package io.smartcrm.forecast.pool;

import org.jspecify.annotations.NullMarked;
