/**
 * Forecasts weekly demand, says how the methods did in the past and which to trust: DemandGrpc -> DemandForecasts ->
 * DemandForecast -> Recommendation.
 */
@NullMarked
package io.smartcrm.forecast.demand;

import org.jspecify.annotations.NullMarked;
