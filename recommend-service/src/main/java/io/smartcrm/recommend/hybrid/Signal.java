package io.smartcrm.recommend.hybrid;

/** What can speak for an item. */
public enum Signal {
    /** Matrix factorisation of who chose what. */
    TASTE,
    /** Many chose it lately. */
    POPULAR,
    /** It reads like what the customer chose. */
    CONTENT,
    /** It is chosen more often than before. */
    TRENDING,
    /** It has not been there for long. */
    NEW,
    /** The customer chose it before. */
    HABIT,
    /** Sessions like the current one went on to it. */
    SESSION,
    /** It shares entities of the knowledge graph with what the customer chose. */
    KNOWLEDGE,
    /** Its record says what those of the customer's choices say: the same brand, colour, price band ... */
    ATTRIBUTES
}
