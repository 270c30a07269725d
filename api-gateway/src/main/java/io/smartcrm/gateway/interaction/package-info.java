/** Interactions in, one by one and in batches, in our shape and in Segment's; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.interaction;

import org.jspecify.annotations.NullMarked;
