package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.listing.FilterForm;

/** What cases can be listed by. */
enum CaseFilter implements FilterForm {
    ASSIGNEE("ann"),
    STATUS("OPEN"),
    PRIORITY("HIGH");

    private final String example;

    CaseFilter(String example) {
        this.example = example;
    }

    @Override
    public String example() {
        return example;
    }
}
