package io.smartcrm.customer.attribute;

/** What a value is, and how JSON tells it. */
public enum AttributeType {
    TEXT("a text"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    /** ISO 8601. */
    DATE("a date, such as 2026-01-31"),
    ENUMERATION("one of its choices");

    private final String form;

    AttributeType(String form) {
        this.form = form;
    }

    String form() {
        return form;
    }
}
