/** How recently, often and much customers bought; resource -> client -> loyalty-service. */
@NullMarked
package io.smartcrm.gateway.loyalty;

import org.jspecify.annotations.NullMarked;
