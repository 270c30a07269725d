/** Calls to systems outside: WebhookCalls -> AddressGuard, Signature. */
@NullMarked
package io.smartcrm.loyalty.webhook;

import org.jspecify.annotations.NullMarked;
