/**
 * How events leave and enter a service exactly once in effect: Outbox -> relay -> Kafka -> Inbox; depends on wire only.
 */
@NullMarked
package io.smartcrm.outbox;

import org.jspecify.annotations.NullMarked;
