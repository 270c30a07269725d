package io.smartcrm.customer.segmentlanguage;

/** How a term is compared. */
public enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    IN("in"),
    NOT_IN("not in"),
    BETWEEN("between"),
    STARTS_WITH("starts with"),
    KNOWN("is known"),
    UNKNOWN("is not known");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether it asks what comes first. */
    boolean orders() {
        return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST || this == BETWEEN;
    }
}
