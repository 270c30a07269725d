package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.strategy.Fact;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where a number stands.
 *
 * @param source the table, under the name that the expression uses, with what is joined to it
 * @param expression of one customer; {@code as_of.time} is until when everything is known
 */
record FactColumn(String source, String expression) {
    private static final String ACTIVITY = "activity_summary summary";
    private static final String SCORE = "rfm_score score";
    private static final String VALUE = "customer_value worth";
    private static final String ACCOUNT = "points_account account";

    /** Those that stand in one row a customer. */
    static final Map<Fact, FactColumn> COLUMNS = new EnumMap<>(Map.ofEntries(
            Map.entry(Fact.ORDERS, new FactColumn(ACTIVITY, "summary.sale_count")),
            Map.entry(Fact.SPENT, new FactColumn(ACTIVITY, "summary.spent_minor_units")),
            Map.entry(Fact.DAYS_SINCE_ORDER, new FactColumn(ACTIVITY, days("summary.last_sale_time"))),
            Map.entry(Fact.DAYS_SINCE_FIRST_ORDER, new FactColumn(ACTIVITY, days("summary.first_sale_time"))),
            Map.entry(Fact.ORDER_GAP, new FactColumn(ACTIVITY, """
                    extract(epoch from as_of.time - summary.last_sale_time) * (summary.sale_count - 1)
                        / nullif(extract(epoch from summary.last_sale_time - summary.first_sale_time), 0)""")),
            Map.entry(Fact.RECENCY_SCORE, new FactColumn(SCORE, "score.recency_score")),
            Map.entry(Fact.FREQUENCY_SCORE, new FactColumn(SCORE, "score.frequency_score")),
            Map.entry(Fact.MONETARY_SCORE, new FactColumn(SCORE, "score.monetary_score")),
            Map.entry(Fact.ALIVE, new FactColumn(VALUE, "worth.alive")),
            Map.entry(Fact.EXPECTED_PURCHASES, new FactColumn(VALUE, "worth.expected_purchases")),
            Map.entry(Fact.EXPECTED_VALUE, new FactColumn(VALUE, "worth.expected_value")),
            Map.entry(Fact.LOYALTY_INDEX, new FactColumn(IndexSql.SOURCE, IndexSql.EXPRESSION)),
            Map.entry(Fact.POINTS, new FactColumn(ACCOUNT, "account.available")),
            Map.entry(Fact.PENDING_POINTS, new FactColumn(ACCOUNT, "account.pending"))));

    /** Whole days, as {@link java.time.Duration#toDays} counts them. */
    private static String days(String time) {
        return "floor(extract(epoch from as_of.time - " + time + ") / 86400)";
    }

    /** The name that the expression uses for the table. */
    String alias() {
        return source.split("\\s+", 3)[1];
    }
}
