package io.smartcrm.loyalty.result;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.result.StrategyResult.Count;
import io.smartcrm.loyalty.uplift.Group;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what became of those whom a strategy decided about. */
final class ResultTable {
    /** The first decision about each customer; the side that a customer is on never changes. */
    private static final String FIRST = """
            with first as (
                select distinct on (customer_id) customer_id, held_out, decide_time from strategy_decision
                where strategy_id = ? order by customer_id, decide_time)
            """;
    /**
     * Who bought anything, and what they spent in one currency: their orders of the window less what was given back of these
     * since, and less refunds of the window that name no order.
     */
    private static final String GROUPS = FIRST + """
            select first.held_out, count(*) as customers, count(*) filter (where bought.sales > 0) as buyers,
                coalesce(sum(bought.spent + loose.given), 0)::float8 as sum,
                coalesce(sum((bought.spent + loose.given) ^ 2), 0)::float8 as squares
            from first cross join (select ?::text as currency_code, ? * interval '24 hours' as length) as asked
            cross join lateral (
                select count(*) as sales, coalesce(sum(sale.minor_units + coalesce(refund.minor_units, 0))
                    filter (where sale.currency_code = asked.currency_code), 0)::float8 as spent
                from activity_order sale left join lateral (
                    select sum(given.minor_units) as minor_units from activity_order given
                    where given.refunded_order_id = sale.order_id and given.kind = 'REFUND'
                        and given.currency_code = sale.currency_code) refund on true
                where sale.customer_id = first.customer_id and sale.kind = 'SALE' and sale.order_time > first.decide_time
                    and sale.order_time <= first.decide_time + asked.length) bought
            cross join lateral (
                select coalesce(sum(given.minor_units), 0)::float8 as given from activity_order given
                where given.customer_id = first.customer_id and given.kind = 'REFUND' and given.refunded_order_id is null
                    and given.currency_code = asked.currency_code and given.order_time > first.decide_time
                    and given.order_time <= first.decide_time + asked.length) loose
            where first.decide_time <= ?
            group by first.held_out""";

    private static final String WAITING = FIRST + "select count(*) from first where first.decide_time > ?";
    private static final String CURRENCY = FIRST + """
            select sale.currency_code from first join activity_order sale
                on sale.customer_id = first.customer_id and sale.kind = 'SALE' and sale.order_time > first.decide_time
            group by sale.currency_code order by count(*) desc, sale.currency_code limit 1""";
    private static final String COST = """
            select coalesce(sum(points), 0)::bigint as points, coalesce(sum(cost_minor_units), 0)::bigint as cost
            from strategy_action where strategy_id = ? and state = 'DONE'""";
    private static final String ACTIONS = """
            select kind || ' ' || state as name, count(*) as count from strategy_action where strategy_id = ?
            group by kind, state order by 1""";
    private static final String PASSES = """
            select reason as name, sum(customers)::bigint as count from strategy_pass where strategy_id = ?
            group by reason order by 1""";

    private final Connection connection;
    private final UUID strategy;

    ResultTable(Connection connection, UUID strategy) {
        this.connection = connection;
        this.strategy = strategy;
    }

    private Rows<Object> ofStrategy() {
        return Rows.none(connection).value(strategy);
    }

    Optional<String> currency() throws SQLException {
        return ofStrategy().first(CURRENCY, row -> row.getString(1));
    }

    private record Side(boolean heldOut, Group group) {}

    /** By whether they were held out. */
    Map<Boolean, Group> groups(String currency, int windowDays, Instant now) throws SQLException {
        return ofStrategy()
                .value(currency)
                .value(windowDays)
                .value(now.minus(Duration.ofDays(windowDays)))
                .query(
                        GROUPS,
                        row -> new Side(
                                row.getBoolean("held_out"),
                                new Group(
                                        row.getLong("customers"),
                                        row.getLong("buyers"),
                                        row.getDouble("sum"),
                                        row.getDouble("squares"))))
                .stream()
                .collect(Collectors.toMap(Side::heldOut, Side::group));
    }

    long waiting(int windowDays, Instant now) throws SQLException {
        return ofStrategy()
                .value(now.minus(Duration.ofDays(windowDays)))
                .first(WAITING, row -> row.getLong(1))
                .orElse(0L);
    }

    /** @param minorUnits that the actions cost beside points */
    record Cost(long points, long minorUnits) {}

    Cost cost() throws SQLException {
        return ofStrategy()
                .first(COST, row -> new Cost(row.getLong("points"), row.getLong("cost")))
                .orElse(new Cost(0, 0));
    }

    List<Count> actions() throws SQLException {
        return counts(ACTIONS);
    }

    List<Count> passes() throws SQLException {
        return counts(PASSES);
    }

    private List<Count> counts(String sql) throws SQLException {
        return ofStrategy().query(sql, row -> new Count(row.getString("name"), row.getLong("count")));
    }
}
