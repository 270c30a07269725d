/** The keys of personal data over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.vault;

import org.jspecify.annotations.NullMarked;
