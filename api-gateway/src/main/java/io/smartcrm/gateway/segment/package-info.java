/** Segments of customers over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.segment;

import org.jspecify.annotations.NullMarked;
