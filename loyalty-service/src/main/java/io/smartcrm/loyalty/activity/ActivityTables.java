package io.smartcrm.loyalty.activity;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The read model in PostgreSQL, within one transaction: a version of an order changes the summary once. */
final class ActivityTables {
    /**
     * Stores what is newer than the stored version and adds the difference to the spending. Rows are written in the order
     * of their keys, so that replicas wait for each other rather than block each other. Answers how many versions were
     * new, whom they concern, and from whom a sale was taken.
     */
    private static final String APPLY = """
            with incoming as (
                select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::bigint[],
                    ?::uuid[])
                    as fact (order_id, version, customer_id, kind, order_time, currency_code, minor_units, refunded_order_id)
            ), applied as (
                insert into activity_order as known
                    (order_id, version, customer_id, kind, order_time, currency_code, minor_units, refunded_order_id)
                select * from incoming order by order_id
                on conflict (order_id) do update set
                    version = excluded.version,
                    customer_id = excluded.customer_id,
                    kind = excluded.kind,
                    order_time = excluded.order_time,
                    currency_code = excluded.currency_code,
                    minor_units = excluded.minor_units,
                    refunded_order_id = excluded.refunded_order_id
                where known.version < excluded.version
                returning
                    new.customer_id, new.currency_code, new.kind, new.minor_units, new.order_time,
                    old.customer_id as old_customer_id, old.currency_code as old_currency_code,
                    old.kind as old_kind, old.minor_units as old_minor_units
            ), change as (
                select customer_id, currency_code, kind, 1 as sign, minor_units, order_time from applied
                union all
                select old_customer_id, old_currency_code, old_kind, -1, old_minor_units, null from applied
            ), difference as (
                select
                    customer_id,
                    currency_code,
                    coalesce(sum(sign) filter (where kind = 'SALE'), 0) as sale_count,
                    sum(sign * minor_units) as spent_minor_units,
                    min(order_time) filter (where kind = 'SALE') as first_sale_time,
                    max(order_time) filter (where kind = 'SALE') as last_sale_time
                from change
                where customer_id is not null and kind in ('SALE', 'REFUND')
                group by customer_id, currency_code
            ), summed as (
                insert into activity_spending as known
                    (customer_id, currency_code, sale_count, spent_minor_units, first_sale_time, last_sale_time)
                select * from difference order by customer_id, currency_code
                on conflict (customer_id, currency_code) do update set
                    sale_count = known.sale_count + excluded.sale_count,
                    spent_minor_units = known.spent_minor_units + excluded.spent_minor_units,
                    first_sale_time = least(known.first_sale_time, excluded.first_sale_time),
                    last_sale_time = greatest(known.last_sale_time, excluded.last_sale_time)
            )
            select
                count(*) as applied,
                (select array_agg(distinct customer_id) from difference) as concerned,
                array_agg(old_customer_id) filter (where old_kind = 'SALE' and old_customer_id is not null) as customers,
                array_agg(old_currency_code) filter (where old_kind = 'SALE' and old_customer_id is not null) as currencies
            from applied""";

    private static final String FIND_FIRST_AND_LAST_AGAIN = """
            update activity_spending spending set
                first_sale_time = (
                    select min(sale.order_time) from activity_order sale
                    where sale.kind = 'SALE' and sale.customer_id = spending.customer_id
                        and sale.currency_code = spending.currency_code),
                last_sale_time = (
                    select max(sale.order_time) from activity_order sale
                    where sale.kind = 'SALE' and sale.customer_id = spending.customer_id
                        and sale.currency_code = spending.currency_code)
            from (select distinct * from unnest(?::uuid[], ?::text[])) as taken (customer_id, currency_code)
            where spending.customer_id = taken.customer_id and spending.currency_code = taken.currency_code""";

    private static final String SUMMARISE = """
            insert into activity_summary
                (customer_id, sale_count, first_sale_time, last_sale_time, currency_code, spent_minor_units)
            select distinct on (spending.customer_id)
                spending.customer_id,
                sum(spending.sale_count) over customer,
                min(spending.first_sale_time) over customer,
                max(spending.last_sale_time) over customer,
                spending.currency_code,
                spending.spent_minor_units
            from activity_spending spending
            where spending.customer_id = any (?) and spending.sale_count > 0
            window customer as (partition by spending.customer_id)
            order by spending.customer_id, spending.sale_count desc, spending.last_sale_time desc, spending.currency_code
            on conflict (customer_id) do update set
                sale_count = excluded.sale_count,
                first_sale_time = excluded.first_sale_time,
                last_sale_time = excluded.last_sale_time,
                currency_code = excluded.currency_code,
                spent_minor_units = excluded.spent_minor_units""";

    private static final String FORGET_NON_BUYERS = """
            delete from activity_summary summary
            where summary.customer_id = any (?) and not exists (
                select from activity_spending spending
                where spending.customer_id = summary.customer_id and spending.sale_count > 0)""";

    private static final String REMEMBER = """
            update activity_state set changes = changes + ?, event_time = greatest(event_time, ?)""";

    private final Connection connection;

    ActivityTables(Connection connection) {
        this.connection = connection;
    }

    /** @param eventTime when the latest of these facts became true at its source */
    void apply(List<OrderFact> facts, Instant eventTime) throws SQLException {
        Collection<OrderFact> latest = OrderFact.latestVersions(facts);
        try (PreparedStatement statement = connection.prepareStatement(APPLY)) {
            statement.setArray(1, array("uuid", latest, OrderFact::orderId));
            statement.setArray(2, array("bigint", latest, OrderFact::version));
            statement.setArray(
                    3, array("uuid", latest, fact -> fact.customerId().orElse(null)));
            statement.setArray(4, array("text", latest, fact -> fact.kind().name()));
            statement.setArray(5, array("text", latest, fact -> fact.orderTime().toString()));
            statement.setArray(6, array("text", latest, OrderFact::currencyCode));
            statement.setArray(7, array("bigint", latest, OrderFact::minorUnits));
            statement.setArray(
                    8, array("uuid", latest, fact -> fact.refundedOrderId().orElse(null)));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Array takenFrom = row.getArray("customers");
                if (takenFrom != null) {
                    update(FIND_FIRST_AND_LAST_AGAIN, takenFrom, row.getArray("currencies"));
                    update(FORGET_NON_BUYERS, takenFrom);
                }
                Array concerned = row.getArray("concerned");
                if (concerned != null) {
                    update(SUMMARISE, concerned);
                }
                remember(row.getLong("applied"), eventTime);
            }
        }
    }

    private void update(String sql, Array... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setArray(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }

    private void remember(long applied, Instant eventTime) throws SQLException {
        if (applied == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setLong(1, applied);
            statement.setObject(2, OffsetDateTime.ofInstant(eventTime, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private Array array(
            String type,
            Collection<OrderFact> facts,
            Function<OrderFact, @org.jspecify.annotations.Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, facts.stream().map(column).toArray());
    }
}
