package io.smartcrm.customer.consent;

import io.smartcrm.customer.listing.FilterForm;

/** What the list of all words can be narrowed to. */
enum ConsentFilter implements FilterForm {
    PURPOSE("marketing"),
    CHANNEL("email");

    private final String example;

    ConsentFilter(String example) {
        this.example = example;
    }

    @Override
    public String example() {
        return example;
    }
}
