/**
 * Sales, refunds and adjustments, and their sums: OrderGrpc -> Orders -> Order -> OrderStore,
 * by the thousand: OrderBulk -> StoredOrder -> OrderTable -> outbox, and as other systems tell them: OrderGrpc ->
 * OrderUpserts, OrderSteps -> OrderBook -> RefundLimit -> OrderTable -> outbox.
 */
@NullMarked
package io.smartcrm.customer.order;

import org.jspecify.annotations.NullMarked;
