/** Definitions of customers' attributes over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.attribute;

import org.jspecify.annotations.NullMarked;
