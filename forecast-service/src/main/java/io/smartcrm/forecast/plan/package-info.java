/**
 * Promotions and prices, past and planned, that forecasts take into account: {@code PlanGrpc -> Plans -> PlanTable -> PlanEntry,
 * PlanBook -> DemandPlan}.
 */
@NullMarked
package io.smartcrm.forecast.plan;

import org.jspecify.annotations.NullMarked;
