package io.smartcrm.loyalty.ledger;

/** What moved points. */
public enum Kind {
    /** An order was paid. */
    EARN,
    /** A return window ended. */
    RELEASE,
    /** Points were not spent in time. */
    EXPIRE,
    /** An order was given back or corrected. */
    REVERSE,
    /** Somebody of the shop granted or took points. */
    ADJUST,
    /** A customer gave points to another. */
    TRANSFER,
    /** A reward was taken. */
    REDEEM,
    /** Something was paid with points. */
    SPEND,
    /** A coupon was cashed. */
    COUPON,
    /** A new customer came by a member's code. */
    REFERRAL,
    /** The customer became a part of another one, or one of its own again. */
    MERGE,
    /** An earlier transaction was undone. */
    CANCEL
}
