/** Tests of forecast runs over REST. */
@NullMarked
package io.smartcrm.gateway.forecastrun;

import org.jspecify.annotations.NullMarked;
