package io.smartcrm.loyalty.decision;

/**
 * The loyalty index of the card ({@code LoyaltyIndex}) in SQL, for many customers at once: change both when you change one. A
 * customer whose state of life is not known has none.
 */
final class IndexSql {
    /** What the expression joins to customers whose summary, score, worth, account and standing are there. */
    static final String TIER = "left join tier step on step.name = account.tier";

    static final String SOURCE = """
            activity_summary summary
            left join rfm_score score on score.customer_id = summary.customer_id
            left join customer_value worth on worth.customer_id = summary.customer_id
            left join points_account account on account.customer_id = summary.customer_id
            left join lifecycle_standing standing on standing.customer_id = summary.customer_id
            left join (
                select customer_id, avg(satisfaction) as mean from case_rating where satisfaction > 0 group by customer_id
            ) rated on rated.customer_id = summary.customer_id
            """ + TIER;

    private static final String LIFECYCLE = """
            case standing.state when 'LOYAL' then 1 when 'ACTIVE' then 0.75 when 'WON_BACK' then 0.6 when 'NEW' then 0.5
                when 'AT_RISK' then 0.25 when 'PROSPECT' then 0 when 'LAPSED' then 0 end""";
    private static final String RFM =
            "((score.recency_score + score.frequency_score + score.monetary_score) / 3.0 - 1) / 4";
    private static final String SATISFACTION = "(rated.mean - 1) / 4";
    private static final String TIER_SHARE =
            "coalesce(step.rank + 1, 0)::float8 / nullif((select count(*) from tier), 0)";

    static final String EXPRESSION = "100 * (0.25 * (" + LIFECYCLE + ")"
            + score("0.30", RFM)
            + score("0.20", "worth.alive")
            + score("0.15", SATISFACTION)
            + score("0.10", TIER_SHARE)
            + ") / (0.25"
            + weight("0.30", "score.recency_score is not null")
            + weight("0.20", "worth.alive is not null")
            + weight("0.15", "rated.mean is not null")
            + weight("0.10", "exists (select from tier)")
            + ")";

    private IndexSql() {}

    private static String score(String weight, String part) {
        return " + coalesce(" + weight + " * " + part + ", 0)";
    }

    private static String weight(String weight, String known) {
        return " + case when " + known + " then " + weight + " else 0 end";
    }
}
