package io.smartcrm.customer.interaction;

import io.smartcrm.customer.listing.FilterForm;

/** What a list of interactions can be narrowed to. */
enum InteractionFilter implements FilterForm {
    TYPE("type", "view"),
    CHANNEL("channel", "web"),
    DIRECTION("direction", "IN"),
    ANONYMOUS_ID("anonymousId", "device-7");

    private final String field;
    private final String example;

    InteractionFilter(String field, String example) {
        this.field = field;
        this.example = example;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public Operator operator() {
        return Operator.EQUALS;
    }

    @Override
    public String example() {
        return example;
    }
}
