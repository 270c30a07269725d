package io.smartcrm.loyalty.strategy;

/** A definition that makes no sense, and where. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    public Refused(String field, String detail) {
        super(detail);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
