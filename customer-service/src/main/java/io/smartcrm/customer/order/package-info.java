/** Sales, refunds and adjustments, and their sums: OrderGrpc -> Orders -> Order -> OrderStore. */
@NullMarked
package io.smartcrm.customer.order;

import org.jspecify.annotations.NullMarked;
