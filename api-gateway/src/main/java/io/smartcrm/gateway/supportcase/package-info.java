/** What customers asked of the shop's service, over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.supportcase;

import org.jspecify.annotations.NullMarked;
