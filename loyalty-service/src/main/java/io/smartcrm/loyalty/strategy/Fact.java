package io.smartcrm.loyalty.strategy;

import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.rfm.Segment;
import java.util.Arrays;
import java.util.List;

/** What strategies can ask about a customer. */
public enum Fact {
    ORDERS(true),
    /** Minor units of the customer's currency, less refunds. */
    SPENT(true),
    DAYS_SINCE_ORDER(true),
    DAYS_SINCE_FIRST_ORDER(false),
    /** Days since the last order as a multiple of the customer's usual gap between two; from the second order on. */
    ORDER_GAP(true),
    RECENCY_SCORE(true),
    FREQUENCY_SCORE(true),
    MONETARY_SCORE(true),
    /** Probability that the customer still buys. */
    ALIVE(true),
    EXPECTED_PURCHASES(true),
    /** Minor units. */
    EXPECTED_VALUE(true),
    /** 0 to 100, as the card tells it. */
    LOYALTY_INDEX(true),
    POINTS(true),
    PENDING_POINTS(false),
    /** Within thirty days. */
    POINTS_EXPIRING(false),
    /** What the next tier still needs, by the programme's measure. */
    TO_NEXT_TIER(false),
    /** Of the last support case that was rated, 1 to 5. */
    LAST_RATING(false),
    /** 0 on the day; at most 365. */
    DAYS_TO_BIRTHDAY(false),
    /** Minor units of the order or refund that a strategy reacts to. */
    ORDER_AMOUNT(false),
    RFM_SEGMENT,
    LIFECYCLE,
    TIER,
    CURRENCY;

    private final boolean number;
    private final boolean crossable;

    /** A number. */
    Fact(boolean crossable) {
        this.number = true;
        this.crossable = crossable;
    }

    /** A name. */
    Fact() {
        this.number = false;
        this.crossable = false;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /** Otherwise it is a name. */
    public boolean isNumber() {
        return number;
    }

    /** Whether a strategy can be triggered by its crossing a threshold. */
    public boolean isCrossable() {
        return crossable;
    }

    /** All values of a name; empty when there can be any. */
    public List<String> names() {
        if (this == RFM_SEGMENT) {
            return names(Segment.values());
        }
        return this == LIFECYCLE ? names(LifecycleState.Name.values()) : List.of();
    }
}
