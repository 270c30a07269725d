/**
 * Keeps what each customer bought, by order events applied incrementally: OrderEvents -> OrderFact -> ActivityTables.
 */
@NullMarked
package io.smartcrm.loyalty.activity;

import org.jspecify.annotations.NullMarked;
