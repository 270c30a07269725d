package io.smartcrm.customer.order;

import io.smartcrm.customer.listing.FilterForm;

/** What orders can be listed by. */
enum OrderFilter implements FilterForm {
    KIND("kind", "SALE");

    private final String field;
    private final String example;

    OrderFilter(String field, String example) {
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
