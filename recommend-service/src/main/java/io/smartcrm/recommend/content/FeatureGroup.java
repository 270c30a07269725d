package io.smartcrm.recommend.content;

/** What the record of an item can say of it. */
public enum FeatureGroup {
    CATEGORY,
    BRAND,
    COLOUR,
    MATERIAL,
    SIZE,
    /** Attributes of any other name. */
    OTHER,
    PRICE
}
