/** Orders, refunds and their sums over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.order;

import org.jspecify.annotations.NullMarked;
