/** The loyalty programme with its rules and tiers; resource -> client -> loyalty-service. */
@NullMarked
package io.smartcrm.gateway.programme;

import org.jspecify.annotations.NullMarked;
