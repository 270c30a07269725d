package io.smartcrm.recommend.recommendation;

/** Where a recommendation comes from. */
public enum Source {
    /** Bought together with what the customer bought, or with the item asked about. */
    ITEM_BASED,
    /** What many bought lately: little is known of the customer. */
    POPULAR
}
