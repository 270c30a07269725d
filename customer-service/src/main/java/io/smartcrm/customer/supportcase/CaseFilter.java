package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.listing.FilterForm;

/** What cases can be listed by. */
enum CaseFilter implements FilterForm {
    ASSIGNEE("assignee", "ann"),
    STATUS("status", "OPEN"),
    PRIORITY("priority", "HIGH");

    private final String field;
    private final String example;

    CaseFilter(String field, String example) {
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
