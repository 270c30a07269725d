package io.smartcrm.loyalty.strategy;

import java.time.Instant;

/** What a strategy decides about a customer. */
public sealed interface Decision {
    /** Do it, not before a time. */
    record Act(Instant dueTime) implements Decision {}

    /** Leave the customer alone to see what happens. */
    record HoldOut() implements Decision {}

    /** Do nothing. */
    record Pass(Reason reason) implements Decision {}

    /** Why not. */
    enum Reason {
        RESTRICTED,
        OBJECTS,
        OUTSIDE_AUDIENCE,
        CONDITION,
        CAPPED,
        LOWER_PRIORITY,
        NO_CONSENT,
        TOO_MANY_CONTACTS,
        /** The strategy's total is used up. */
        USED_UP,
        /** More customers at once than were confirmed. */
        NOT_CONFIRMED
    }
}
