/** Who read or changed what, and proof of it, over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.audit;

import org.jspecify.annotations.NullMarked;
