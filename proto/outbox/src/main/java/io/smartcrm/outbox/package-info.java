/**
 * How events leave and enter a service exactly once in effect: Outbox -> relay -> Kafka -> Inbox; and how commands are
 * carried out once: CommandLog in reactive sessions, Database on worker threads. Depends on wire only.
 */
@NullMarked
package io.smartcrm.outbox;

import org.jspecify.annotations.NullMarked;
