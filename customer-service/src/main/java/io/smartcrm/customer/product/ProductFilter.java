package io.smartcrm.customer.product;

import io.smartcrm.customer.listing.FilterForm;

/** What products can be listed by. */
enum ProductFilter implements FilterForm {
    CODE("85123A"),
    /** The first levels of the path, parted by slashes. */
    CATEGORY("Home"),
    BRAND("Acme"),
    STATUS("DISCONTINUED");

    private final String example;

    ProductFilter(String example) {
        this.example = example;
    }

    @Override
    public String example() {
        return example;
    }
}
