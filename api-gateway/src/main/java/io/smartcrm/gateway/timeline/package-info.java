/** A customer's orders, cases and interactions in one list; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.timeline;

import org.jspecify.annotations.NullMarked;
