/** The product catalogue over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.product;

import org.jspecify.annotations.NullMarked;
