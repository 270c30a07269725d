package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Orders and what they earned, in PostgreSQL. */
final class OrderPointsTable {
    private static final String STORE = """
            insert into points_order as known (order_id, version, customer_id, kind, order_time, currency_code, minor_units,
                refunded_order_id)
            select * from unnest(?::uuid[], ?::bigint[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::bigint[],
                ?::uuid[]) as fact (order_id, version, customer_id, kind, order_time, currency_code, minor_units, refunded)
            order by order_id
            on conflict (order_id) do update set version = excluded.version, customer_id = excluded.customer_id,
                kind = excluded.kind, order_time = excluded.order_time, currency_code = excluded.currency_code,
                minor_units = excluded.minor_units, refunded_order_id = excluded.refunded_order_id
            where known.version < excluded.version
            returning new.order_id, new.refunded_order_id, old.refunded_order_id as refunded_before,
                (old.customer_id is null or old.kind <> new.kind or old.minor_units <> new.minor_units
                    or old.currency_code <> new.currency_code) as other_purchase""";
    private static final String VALUE = """
            update points_order set gross = valued.gross
            from unnest(?::uuid[], ?::bigint[]) as valued (id, gross) where order_id = valued.id""";
    private static final String SALES = """
            select sale.order_id, sale.customer_id, sale.order_time, sale.minor_units, sale.gross, sale.granted,
                sale.granted_to, coalesce(refund.minor_units, 0) as refunded
            from points_order sale left join lateral (
                select sum(minor_units) as minor_units from points_order refund
                where refund.refunded_order_id = sale.order_id and refund.kind = 'REFUND'
                    and refund.currency_code = sale.currency_code) refund on true
            where sale.order_id = any (?) and sale.kind <> 'REFUND' order by sale.order_time, sale.order_id""";
    private static final String GRANT = """
            update points_order set granted = now.granted, granted_to = now.customer
            from unnest(?::uuid[], ?::bigint[], ?::uuid[]) as now (id, granted, customer) where order_id = now.id""";

    private final Connection connection;

    OrderPointsTable(Connection connection) {
        this.connection = connection;
    }

    /**
     * An order whose version was new.
     *
     * @param otherPurchase whether rules must be asked again
     */
    record Changed(UUID id, Optional<UUID> refunded, Optional<UUID> refundedBefore, boolean otherPurchase) {}

    record Gross(UUID id, long points) {}

    /** @param refunded given back so far, 0 or negative */
    record Sale(
            UUID id,
            Optional<UUID> customer,
            Instant time,
            long minorUnits,
            long gross,
            long granted,
            Optional<UUID> grantedTo,
            long refunded) {
        /** Whether its points are another customer's than it is. */
        boolean moved() {
            return granted > 0 && !grantedTo.equals(customer);
        }
    }

    record Granted(UUID id, long points, Optional<UUID> customer) {}

    List<Changed> store(Collection<EarningOrder> orders) throws SQLException {
        return Rows.of(connection, orders)
                .column("uuid", EarningOrder::id)
                .column("bigint", EarningOrder::version)
                .column("uuid", order -> order.customer().orElse(null))
                .column("text", order -> order.kind().name())
                .times(EarningOrder::time)
                .column("text", EarningOrder::currencyCode)
                .column("bigint", EarningOrder::minorUnits)
                .column("uuid", order -> order.refunded().orElse(null))
                .query(
                        STORE,
                        row -> new Changed(
                                row.getObject("order_id", UUID.class),
                                Rows.optional(row, "refunded_order_id", UUID.class),
                                Rows.optional(row, "refunded_before", UUID.class),
                                row.getBoolean("other_purchase")));
    }

    void value(List<Gross> grosses) throws SQLException {
        if (!grosses.isEmpty()) {
            Rows.of(connection, grosses)
                    .column("uuid", Gross::id)
                    .column("bigint", Gross::points)
                    .update(VALUE);
        }
    }

    /** Those of the orders that are sales, or were. */
    List<Sale> sales(List<UUID> orders) throws SQLException {
        return Rows.of(connection, orders).column("uuid", id -> id).query(SALES, OrderPointsTable::sale);
    }

    private static Sale sale(ResultSet row) throws SQLException {
        return new Sale(
                row.getObject("order_id", UUID.class),
                Rows.optional(row, "customer_id", UUID.class),
                Rows.time(row, "order_time"),
                row.getLong("minor_units"),
                row.getLong("gross"),
                row.getLong("granted"),
                Rows.optional(row, "granted_to", UUID.class),
                row.getLong("refunded"));
    }

    void grant(List<Granted> granted) throws SQLException {
        if (granted.isEmpty()) {
            return;
        }
        Rows.of(connection, granted)
                .column("uuid", Granted::id)
                .column("bigint", Granted::points)
                .column("uuid", sale -> sale.customer().orElse(null))
                .update(GRANT);
    }
}
