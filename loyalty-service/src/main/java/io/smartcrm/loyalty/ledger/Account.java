package io.smartcrm.loyalty.ledger;

/** Whose points they are; the entries of every transaction over all accounts sum to zero. */
public enum Account {
    /** What a customer may spend; never below zero. */
    MEMBER,
    /** Promised to a customer, spendable when the return window has ended; never below zero. */
    LIABILITY,
    /** What a customer owes for points that were spent before their order was given back; never above zero. */
    DEBT,
    /** Where points come from when they are granted, and go to when they are spent or taken back. */
    PROGRAMME,
    /** Points that expired unspent. */
    BREAKAGE
}
