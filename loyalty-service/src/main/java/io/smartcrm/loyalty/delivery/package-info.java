/** Does what was decided, each thing once in effect: Delivery, WebhookDelivery -> Execution -> ActionTable. */
@NullMarked
package io.smartcrm.loyalty.delivery;

import org.jspecify.annotations.NullMarked;
