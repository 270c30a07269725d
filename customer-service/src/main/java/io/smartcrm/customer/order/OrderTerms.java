package io.smartcrm.customer.order;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * How far an order has come and on what terms it was placed.
 *
 * @param channel at most 40 characters; empty when nobody said
 * @param shipping in the currency of the order's total
 * @param sourceVersion of the system that told it; 0 when it counts none
 */
record OrderTerms(OrderState state, String channel, BigDecimal shipping, long sourceVersion) {
    /** Those of an order of which a file told no terms. */
    static final OrderTerms PLAIN = new OrderTerms(OrderState.PLACED, "", BigDecimal.ZERO, 0);

    OrderTerms {
        requireNonNull(state, "state is null");
        requireNonNull(channel, "channel is null");
        requireNonNull(shipping, "shipping is null");
    }

    OrderTerms in(OrderState next) {
        return new OrderTerms(next, channel, shipping, sourceVersion);
    }

    /** Whether nothing but the version of the source may differ. */
    boolean sameAs(OrderTerms other) {
        return state == other.state && channel.equals(other.channel) && shipping.compareTo(other.shipping) == 0;
    }
}
