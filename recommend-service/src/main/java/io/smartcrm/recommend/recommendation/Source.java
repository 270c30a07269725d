package io.smartcrm.recommend.recommendation;

/** What speaks most for a recommendation. */
public enum Source {
    /** Bought by customers of the same taste, or with the item asked about. */
    ITEM_BASED,
    /** What many bought lately. */
    POPULAR,
    /** It reads like what the customer chose, or like the item asked about. */
    CONTENT,
    /** Chosen more often than before. */
    TRENDING,
    /** Not there for long. */
    NEW_ARRIVAL,
    /** The customer bought it before. */
    BUY_AGAIN,
    /** Sessions like this one went on to it. */
    SESSION,
    /** In the same baskets. */
    TOGETHER,
    /** The caller put it here. */
    PINNED,
    /** By a path through the knowledge graph. */
    KNOWLEDGE_GRAPH,
    /** Its record says what that of the item asked about, or of the customer's choices, says. */
    ATTRIBUTES
}
