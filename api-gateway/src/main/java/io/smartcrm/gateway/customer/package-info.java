/** Customers of the system of record over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.customer;

import org.jspecify.annotations.NullMarked;
