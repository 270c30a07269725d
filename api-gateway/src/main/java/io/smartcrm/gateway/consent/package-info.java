/** What customers allow, and for what it can be asked, over REST; resource -> client -> customer-service. */
@NullMarked
package io.smartcrm.gateway.consent;

import org.jspecify.annotations.NullMarked;
