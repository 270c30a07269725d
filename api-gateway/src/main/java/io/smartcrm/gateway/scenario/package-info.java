/** What would be asked for at other prices and with other promotions: resource -> client -> forecast-service. */
@NullMarked
package io.smartcrm.gateway.scenario;

import org.jspecify.annotations.NullMarked;
