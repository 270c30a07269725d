/** Forecasts of all series as jobs, their results and how they did: resource -> client -> forecast-service. */
@NullMarked
package io.smartcrm.gateway.forecastrun;

import org.jspecify.annotations.NullMarked;
