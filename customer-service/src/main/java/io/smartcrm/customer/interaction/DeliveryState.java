package io.smartcrm.customer.interaction;

/**
 * How far a message to a customer has come. A later state outweighs an earlier one, so reports may come in any order:
 * what was opened was delivered, and what bounced counts as delivered no more, until somebody opens it all the same.
 */
public enum DeliveryState {
    QUEUED,
    SENT,
    FAILED,
    DELIVERED,
    BOUNCED,
    OPENED,
    CLICKED,
    ANSWERED
}
