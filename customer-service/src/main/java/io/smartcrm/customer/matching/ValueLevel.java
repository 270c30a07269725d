package io.smartcrm.customer.matching;

/** How far two values agree. */
public enum ValueLevel {
    MISSING,
    DIFFERENT,
    /** A slip apart. */
    SIMILAR,
    SAME
}
