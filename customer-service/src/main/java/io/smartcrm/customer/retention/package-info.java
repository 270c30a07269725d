/**
 * Forgets what is old: {@code RetentionGrpc -> Retentions -> RetentionTable} keeps rules and runs, {@code RetentionWorker}
 * applies them; whole customers go by {@code privacy}.
 */
@NullMarked
package io.smartcrm.customer.retention;

import org.jspecify.annotations.NullMarked;
