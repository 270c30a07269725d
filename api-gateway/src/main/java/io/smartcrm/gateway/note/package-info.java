/** Notes on customers over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.note;

import org.jspecify.annotations.NullMarked;
