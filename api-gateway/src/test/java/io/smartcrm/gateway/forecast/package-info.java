/** Tests of forecasts of series that callers bring along. */
@NullMarked
package io.smartcrm.gateway.forecast;

import org.jspecify.annotations.NullMarked;
