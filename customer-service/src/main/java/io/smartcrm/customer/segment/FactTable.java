package io.smartcrm.customer.segment;

import io.smartcrm.customer.segmentlanguage.Term.Subject;
import java.util.List;

/** Where the facts of a subject are. */
@SuppressWarnings("ImmutableEnumChecker") // List.of gives lists that nobody can change.
enum FactTable {
    ORDERS("orders", "sales_order o", "o", "o.order_time", "sales_order"),
    PRODUCTS(
            "products",
            "sales_order o join order_line l on l.order_id = o.id join product p on p.id = l.product_id",
            "o",
            "o.order_time",
            "sales_order"),
    CASES(
            "cases",
            "support_case s left join case_sentiment t on t.case_id = s.id",
            "s",
            "s.open_time",
            "support_case",
            "case_sentiment"),
    INTERACTIONS("interactions", "interaction i", "i", "i.occur_time", "interaction"),
    CONSENT("consents", "consent n", "n", "n.effective_time", "consent");

    private final String alias;
    private final String from;
    private final String fact;
    private final String time;
    private final List<String> tables;

    FactTable(String alias, String from, String fact, String time, String... tables) {
        this.alias = alias;
        this.from = from;
        this.fact = fact;
        this.time = time;
        this.tables = List.of(tables);
    }

    static FactTable of(Subject subject) {
        return switch (subject) {
            case ORDERS -> ORDERS;
            case PRODUCTS -> PRODUCTS;
            case CASES -> CASES;
            case INTERACTIONS -> INTERACTIONS;
            case CONSENT -> CONSENT;
            case PROFILE -> throw new IllegalArgumentException("a profile is one row, there are no facts to sum up");
        };
    }

    /** Of what is summed up, a row a customer. */
    String alias() {
        return alias;
    }

    String from() {
        return from;
    }

    /** The alias of the table that names the customer. */
    String fact() {
        return fact;
    }

    String time() {
        return time;
    }

    /** Whose changes change the facts. */
    List<String> tables() {
        return tables;
    }
}
