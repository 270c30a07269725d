package io.smartcrm.customer.matching;

/** How far two names agree. */
public enum NameLevel {
    MISSING,
    DIFFERENT,
    /** The family's name, or any word but the first. */
    FAMILY,
    /** The first word: what stays after a marriage. */
    GIVEN,
    /** Chinese names of three characters or more with one of them another. */
    ONE_CHARACTER,
    /** All words alike, or shortened to an initial. */
    SIMILAR,
    /** The same words in any order. */
    SAME,
    /** The same, and hardly anybody else is called so. */
    SAME_AND_RARE
}
