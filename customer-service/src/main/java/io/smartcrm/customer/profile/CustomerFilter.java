package io.smartcrm.customer.profile;

import io.smartcrm.customer.listing.FilterForm;

/** What customers can be listed by: one of these, and a range of creation times. */
enum CustomerFilter implements FilterForm {
    COUNTRY("country", Operator.EQUALS, "DE"),
    TAG("tag", Operator.EQUALS, "vip"),
    TEAM("team", Operator.EQUALS, "north"),
    ATTRIBUTE("attribute", Operator.EQUALS, "size:L"),
    IDENTITY("identity", Operator.EQUALS, "namespace:value"),
    EMAIL("email", Operator.EQUALS, "ada@example.org"),
    PHONE("phone", Operator.EQUALS, "+44 20 7946 0000"),
    NAME("name", Operator.STARTS_WITH, "prefix"),
    CREATED_FROM("createTime", Operator.FROM, "2026-01-01T00:00:00Z"),
    CREATED_BEFORE("createTime", Operator.BEFORE, "2026-02-01T00:00:00Z");

    private final String field;
    private final Operator operator;
    private final String example;

    CustomerFilter(String field, Operator operator, String example) {
        this.field = field;
        this.operator = operator;
        this.example = example;
    }

    boolean isRange() {
        return this == CREATED_FROM || this == CREATED_BEFORE;
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
