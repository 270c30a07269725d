/** Tests of promotions over REST. */
@NullMarked
package io.smartcrm.gateway.forecastmethod;

import org.jspecify.annotations.NullMarked;
