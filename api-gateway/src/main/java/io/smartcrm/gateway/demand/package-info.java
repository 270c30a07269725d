/** What will be asked for in the next weeks; resource -> client -> forecast-service. */
@NullMarked
package io.smartcrm.gateway.demand;

import org.jspecify.annotations.NullMarked;
