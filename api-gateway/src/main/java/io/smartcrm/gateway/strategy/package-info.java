/** What the shop does for customers by itself; resource -> client -> loyalty-service; customer-service
 * knows its segments. */
@NullMarked
package io.smartcrm.gateway.strategy;

import org.jspecify.annotations.NullMarked;
