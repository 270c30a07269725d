package io.smartcrm.customer.profile;

import io.smartcrm.customer.listing.FilterForm;

/** What customers can be listed by. */
enum CustomerFilter implements FilterForm {
    COUNTRY("country", Operator.EQUALS, "DE"),
    IDENTITY("identity", Operator.EQUALS, "namespace:value"),
    NAME("name", Operator.STARTS_WITH, "prefix");

    private final String field;
    private final Operator operator;
    private final String example;

    CustomerFilter(String field, Operator operator, String example) {
        this.field = field;
        this.operator = operator;
        this.example = example;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public Operator operator() {
        return operator;
    }

    @Override
    public String example() {
        return example;
    }
}
