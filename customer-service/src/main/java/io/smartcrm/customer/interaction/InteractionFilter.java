package io.smartcrm.customer.interaction;

import io.smartcrm.customer.listing.FilterForm;

/** What a list of interactions can be narrowed to. */
enum InteractionFilter implements FilterForm {
    TYPE("view"),
    CHANNEL("web"),
    DIRECTION("IN"),
    ANONYMOUS_ID("device-7");

    private final String example;

    InteractionFilter(String example) {
        this.example = example;
    }

    @Override
    public String example() {
        return example;
    }
}
