package io.smartcrm.recommend.recommendation;

/** By what items are like each other. */
public enum Likeness {
    /** By their customers first, then by their texts and attributes; see {@link SimilarItems}. */
    BOTH,
    BEHAVIOUR,
    CONTENT,
    ATTRIBUTES
}
