package io.smartcrm.customer.order;

import io.smartcrm.customer.listing.FilterForm;

/** What orders can be listed by. */
enum OrderFilter implements FilterForm {
    KIND("SALE");

    private final String example;

    OrderFilter(String example) {
        this.example = example;
    }

    @Override
    public String example() {
        return example;
    }
}
