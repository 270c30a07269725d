/** Which method forecasts when nobody names one: resource -> client -> forecast-service. */
@NullMarked
package io.smartcrm.gateway.forecastmethod;

import org.jspecify.annotations.NullMarked;
