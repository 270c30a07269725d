/** Customers' points: what they have, what became of them, what they do with them; resource -> client -> loyalty-service. */
@NullMarked
package io.smartcrm.gateway.points;

import org.jspecify.annotations.NullMarked;
