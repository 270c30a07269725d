package io.smartcrm.forecast.series;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The read model in PostgreSQL, within one transaction. Rows are written in the order of their keys, so that replicas
 * wait for each other rather than block each other.
 */
final class SeriesTables {
    /** Any number: orders share this lock, product changes take it alone, so that neither counts by old categories. */
    private static final long LOCK = 4_920_771_305_118_263L;

    private static final String LOCK_SHARED = "select pg_advisory_xact_lock_shared(" + LOCK + ")";
    private static final String LOCK_ALONE = "select pg_advisory_xact_lock(" + LOCK + ")";

    /** Stores versions newer than the stored ones; adds what they hold to all series and takes back what those held. */
    private static final String APPLY_ORDERS = """
            with incoming as (
                select
                    order_id, version, kind, day, customer_id, country, channel,
                    product_ids::uuid[], quantities::numeric[]
                from unnest(
                        ?::uuid[], ?::bigint[], ?::text[], ?::date[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                    as fact (order_id, version, kind, day, customer_id, country, channel, product_ids, quantities)
            ), applied as (
                insert into demand_order as known
                    (order_id, version, kind, day, customer_id, country, channel, product_ids, quantities)
                select * from incoming order by order_id
                on conflict (order_id) do update set
                    version = excluded.version,
                    kind = excluded.kind,
                    day = excluded.day,
                    customer_id = excluded.customer_id,
                    country = excluded.country,
                    channel = excluded.channel,
                    product_ids = excluded.product_ids,
                    quantities = excluded.quantities
                where known.version < excluded.version
                returning
                    new.kind, new.day, new.customer_id, new.country, new.channel, new.product_ids, new.quantities,
                    old.kind as old_kind, old.day as old_day, old.customer_id as old_customer_id, old.country as old_country, old.channel as old_channel,
                    old.product_ids as old_product_ids, old.quantities as old_quantities
            ), change as (
                select kind, day, customer_id, country, channel, line.product_id, line.quantity
                from applied, unnest(product_ids, quantities) as line (product_id, quantity)
                union all
                select old_kind, old_day, old_customer_id, old_country, old_channel, line.product_id, -line.quantity
                from applied, unnest(old_product_ids, old_quantities) as line (product_id, quantity)
            ), difference as materialized (
                select
                    product_id,
                    day,
                    coalesce(sum(quantity) filter (where kind = 'SALE'), 0) as sold,
                    coalesce(-sum(quantity) filter (where kind = 'REFUND'), 0) as returned
                from change
                where kind in ('SALE', 'REFUND')
                group by product_id, day
            ), by_product as (
                insert into product_demand as known (product_id, day, sold, returned)
                select product_id, day, sold, returned from difference order by product_id, day
                on conflict (product_id, day) do update set
                    sold = known.sold + excluded.sold,
                    returned = known.returned + excluded.returned
            ), by_category as (
                insert into category_demand as known (category, day, sold, returned)
                select category, day, sum(sold), sum(returned)
                from difference join product using (product_id), unnest(categories) as counted (category)
                group by category, day
                order by category, day
                on conflict (category, day) do update set
                    sold = known.sold + excluded.sold,
                    returned = known.returned + excluded.returned
            ), by_group as (
                insert into group_demand as known (kind, name, day, sold, returned)
                select
                    counted.kind, counted.name, day,
                    coalesce(sum(quantity) filter (where change.kind = 'SALE'), 0),
                    coalesce(-sum(quantity) filter (where change.kind = 'REFUND'), 0)
                from change, lateral (
                    values ('COUNTRY', country), ('CHANNEL', channel)
                    union all
                    select 'SEGMENT', segment_id::text from segment_member as member
                    where member.customer_id = change.customer_id
                ) as counted (kind, name)
                where change.kind in ('SALE', 'REFUND') and counted.name <> ''
                group by counted.kind, counted.name, day
                order by counted.kind, counted.name, day
                on conflict (kind, name, day) do update set
                    sold = known.sold + excluded.sold,
                    returned = known.returned + excluded.returned
            )
            insert into total_demand as known (day, sold, returned)
            select day, sum(sold), sum(returned) from difference group by day order by day
            on conflict (day) do update set
                sold = known.sold + excluded.sold,
                returned = known.returned + excluded.returned""";

    /** Stores states not older than the stored ones and moves all demand of the products to their new categories. */
    private static final String APPLY_PRODUCTS = """
            with incoming as (
                select product_id, categories::text[], update_time
                from unnest(?::uuid[], ?::text[], ?::timestamptz[]) as fact (product_id, categories, update_time)
            ), applied as (
                insert into product as known (product_id, categories, update_time)
                select * from incoming order by product_id
                on conflict (product_id) do update set
                    categories = excluded.categories,
                    update_time = excluded.update_time
                where known.update_time <= excluded.update_time
                returning new.product_id, new.categories, coalesce(old.categories, '{}') as old_categories
            ), moved as (
                select product_id, category, 1 as sign from applied, unnest(categories) as entered (category)
                where category <> all (old_categories)
                union all
                select product_id, category, -1 from applied, unnest(old_categories) as abandoned (category)
                where category <> all (categories)
            )
            insert into category_demand as known (category, day, sold, returned)
            select category, day, sum(sign * sold), sum(sign * returned)
            from moved join product_demand using (product_id)
            group by category, day
            order by category, day
            on conflict (category, day) do update set
                sold = known.sold + excluded.sold,
                returned = known.returned + excluded.returned""";

    private static final String REMEMBER = "update series_state set event_time = greatest(event_time, ?)";

    private final Connection connection;

    SeriesTables(Connection connection) {
        this.connection = connection;
    }

    /** @param eventTime when the latest of these facts became true at its source */
    void applyOrders(Collection<OrderFact> facts, Instant eventTime) throws SQLException {
        lock(LOCK_SHARED);
        try (PreparedStatement statement = connection.prepareStatement(APPLY_ORDERS)) {
            statement.setArray(1, array("uuid", facts, OrderFact::orderId));
            statement.setArray(2, array("bigint", facts, OrderFact::version));
            statement.setArray(3, array("text", facts, fact -> fact.kind().name()));
            statement.setArray(4, array("text", facts, fact -> fact.day().toString()));
            statement.setArray(5, array("text", facts, OrderFact::customerId));
            statement.setArray(6, array("text", facts, OrderFact::country));
            statement.setArray(7, array("text", facts, OrderFact::channel));
            statement.setArray(
                    8, array("text", facts, fact -> list(fact.quantities().keySet(), Object::toString)));
            statement.setArray(
                    9,
                    array(
                            "text",
                            facts,
                            fact -> list(fact.quantities().values(), quantity -> quantity.toPlainString())));
            statement.executeUpdate();
        }
        remember(eventTime);
    }

    /** @param eventTime when the latest of these facts became true at its source */
    void applyProducts(Collection<ProductFact> facts, Instant eventTime) throws SQLException {
        lockAlone();
        try (PreparedStatement statement = connection.prepareStatement(APPLY_PRODUCTS)) {
            statement.setArray(1, array("uuid", facts, ProductFact::productId));
            statement.setArray(2, array("text", facts, fact -> list(fact.categories(), SeriesTables::quoted)));
            statement.setArray(3, array("text", facts, fact -> fact.updateTime().toString()));
            statement.executeUpdate();
        }
        remember(eventTime);
    }

    /** Nobody counts meanwhile, until the transaction ends. */
    void lockAlone() throws SQLException {
        lock(LOCK_ALONE);
    }

    private void lock(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    void remember(Instant eventTime) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setObject(1, OffsetDateTime.ofInstant(eventTime, ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    private <T> Array array(String type, Collection<T> facts, Function<T, Object> column) throws SQLException {
        return connection.createArrayOf(type, facts.stream().map(column).toArray());
    }

    /** An array of PostgreSQL as text: arrays of different lengths do not fit into one array parameter. */
    private static <T> String list(Collection<T> elements, Function<T, String> text) {
        return elements.stream().map(text).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String element) {
        return '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
