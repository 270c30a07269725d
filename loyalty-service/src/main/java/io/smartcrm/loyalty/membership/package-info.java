/** Customers' points, tiers and what they do with them, over gRPC: PointsGrpc -> programme, account. */
@NullMarked
package io.smartcrm.loyalty.membership;

import org.jspecify.annotations.NullMarked;
