package io.smartcrm.customer.product;

import io.smartcrm.customer.listing.FilterForm;

/** What products can be listed by. */
enum ProductFilter implements FilterForm {
    CODE("code", "85123A"),
    /** The first levels of the path, parted by slashes. */
    CATEGORY("category", "Home"),
    BRAND("brand", "Acme"),
    STATUS("status", "DISCONTINUED");

    private final String field;
    private final String example;

    ProductFilter(String field, String example) {
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
