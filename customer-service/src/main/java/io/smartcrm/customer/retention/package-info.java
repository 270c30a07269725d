/**
 * Forgets what is old: {@code RetentionGrpc -> RetentionTable} keeps rules and runs, {@code RetentionWorker}
 * applies them; whole customers go, or lose the person, by {@code privacy}.
 */
@NullMarked
package io.smartcrm.customer.retention;

import org.jspecify.annotations.NullMarked;
