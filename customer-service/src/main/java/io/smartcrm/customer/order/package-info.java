/**
 * Sales, refunds and adjustments, and their sums: OrderGrpc -> Orders -> Order -> OrderStore,
 * and by the thousand: OrderBulk -> StoredOrder -> OrderTable -> outbox.
 */
@NullMarked
package io.smartcrm.customer.order;

import org.jspecify.annotations.NullMarked;
