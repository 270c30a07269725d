package io.smartcrm.recommend.recognition;

/** How two nodes of the graph hang together, read from the product (or the narrower thing) on. */
public enum Relation {
    HAS_BRAND(0),
    HAS_COLOUR(1),
    MADE_OF(2),
    HAS_SIZE(3),
    HAS_STYLE(4),
    USED_FOR(5),
    IS_A(6),
    /** Of a wider category. */
    PART_OF(7),
    GOES_WITH(8);

    /** Codes are 0 to below this. */
    public static final int CODES = 9;

    private static final Relation[] BY_CODE = new Relation[CODES];

    static {
        for (Relation relation : values()) {
            BY_CODE[relation.code] = relation;
        }
    }

    private final int code;

    Relation(int code) {
        this.code = code;
    }

    /** A small number, for ever the same, by which arrays and files know it. */
    public int code() {
        return code;
    }

    /** @throws IllegalArgumentException when there is no such code */
    public static Relation of(int code) {
        if (code < 0 || code >= CODES) {
            throw new IllegalArgumentException("relation " + code + " is unknown");
        }
        return BY_CODE[code];
    }
}
