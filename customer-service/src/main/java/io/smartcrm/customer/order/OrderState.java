package io.smartcrm.customer.order;

import java.util.EnumSet;
import java.util.Set;

/** How far a sale has come. Steps may be left out, as a shop does not tell each. */
public enum OrderState {
    PLACED,
    PAID,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    RETURNED;

    /** The states that may follow this one. */
    Set<OrderState> next() {
        return switch (this) {
            case PLACED -> EnumSet.of(PAID, SHIPPED, DELIVERED, CANCELLED);
            case PAID -> EnumSet.of(SHIPPED, DELIVERED, CANCELLED);
            case SHIPPED -> EnumSet.of(DELIVERED, RETURNED);
            case DELIVERED -> EnumSet.of(RETURNED);
            case CANCELLED, RETURNED -> EnumSet.noneOf(OrderState.class);
        };
    }

    /** Whether an order in this state can come to the other one, in some steps or none. */
    boolean leadsTo(OrderState other) {
        return this == other || next().stream().anyMatch(state -> state.leadsTo(other));
    }
}
