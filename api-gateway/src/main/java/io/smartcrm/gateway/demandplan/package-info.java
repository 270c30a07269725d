/** Promotions and prices that forecasts take into account: resource -> client -> forecast-service. */
@NullMarked
package io.smartcrm.gateway.demandplan;

import org.jspecify.annotations.NullMarked;
