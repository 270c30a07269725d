package io.smartcrm.customer.segmentlanguage;

/** What a segment may be at most, so that reading and running it stays cheap whoever wrote it. */
final class Limits {
    /** Bytes in UTF-8. */
    static final int TEXT = 10_000;

    static final int DEPTH = 20;
    static final int CLAUSES = 100;
    /** Of one list. */
    static final int VALUES = 200;
    /** Of all scans and clauses, see {@link Term.Subject}. */
    static final int COST = 400;

    private Limits() {}
}
