/**
 * What customers do and what is sent to them; edge -> ingest -> recording -> drafts and states -> table -> outbox. Joins
 * give what anonymous visitors and unknown users did to the customers they turn out to be.
 */
@NullMarked
package io.smartcrm.customer.interaction;

import org.jspecify.annotations.NullMarked;
