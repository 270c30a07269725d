package io.smartcrm.customer.merging;

/** Whose value of a field survives, when both have one. */
public enum FieldRule {
    /** That of the customer who changed last. */
    MOST_RECENT,
    /** The longest. */
    MOST_COMPLETE,
    /** That of the customer whom the most trusted source knows; the most recent among equals. */
    SOURCE_PRIORITY,
    /** The winner's. */
    WINNER
}
