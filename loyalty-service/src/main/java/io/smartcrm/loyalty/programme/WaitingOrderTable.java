package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.earning.Purchase;
import io.smartcrm.loyalty.earning.Purchase.Buyer;
import io.smartcrm.loyalty.earning.Purchase.Line;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Orders that wait for products in PostgreSQL. */
final class WaitingOrderTable {
    /** Lines come beside the orders, as orders have more or fewer of them. */
    private static final String PUT = """
            insert into waiting_order (order_id, channel, segment, tier, product_ids, minor_units)
            select waits.order_id, waits.channel, waits.segment, waits.tier, line.product_ids, line.minor_units
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as waits (order_id, channel, segment, tier)
            join (
                select order_id, array_agg(product_id order by position) as product_ids,
                    array_agg(minor_units order by position) as minor_units
                from unnest(?::uuid[], ?::uuid[], ?::bigint[])
                    with ordinality as bought (order_id, product_id, minor_units, position)
                group by order_id) line on line.order_id = waits.order_id
            order by waits.order_id""";

    private static final String FORGET = "delete from waiting_order where order_id = any (?)";
    private static final String FOR = """
            select waiting.*, birth.birthday, sale.order_time, sale.currency_code, sale.minor_units as total,
                not exists (
                    select from activity_order before
                    where before.customer_id = sale.customer_id and before.kind = 'SALE'
                        and before.order_time < sale.order_time) as first
            from waiting_order waiting join points_order sale using (order_id)
                left join customer_birthday birth on birth.customer_id = sale.customer_id
            where waiting.product_ids && ? and sale.customer_id is not null
            order by order_id""";

    private final Connection connection;

    WaitingOrderTable(Connection connection) {
        this.connection = connection;
    }

    private record Bought(UUID order, Line line) {}

    void put(List<WaitingOrder> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        List<Bought> lines = orders.stream()
                .flatMap(order -> order.purchase().lines().stream().map(line -> new Bought(order.id(), line)))
                .toList();
        Rows.of(connection, orders)
                .column("uuid", WaitingOrder::id)
                .column("text", order -> order.purchase().channel())
                .column("text", order -> order.purchase().buyer().segment().orElse(null))
                .column("text", order -> order.purchase().buyer().tier().orElse(null))
                .value(array("uuid", lines, Bought::order))
                .value(array("uuid", lines, bought -> bought.line().product()))
                .value(array("bigint", lines, bought -> bought.line().minorUnits()))
                .update(PUT);
    }

    private Array array(String type, List<Bought> lines, Function<Bought, Object> value) throws SQLException {
        return connection.createArrayOf(type, lines.stream().map(value).toArray());
    }

    void forget(Collection<UUID> orders) throws SQLException {
        if (!orders.isEmpty()) {
            Rows.of(connection, orders).column("uuid", id -> id).update(FORGET);
        }
    }

    /** Those with a line of one of the products. */
    List<WaitingOrder> waitingFor(Collection<UUID> products) throws SQLException {
        return Rows.of(connection, products).column("uuid", id -> id).query(FOR, WaitingOrderTable::order);
    }

    private static WaitingOrder order(ResultSet row) throws SQLException {
        var purchase = new Purchase(
                Rows.time(row, "order_time"),
                row.getString("currency_code"),
                row.getLong("total"),
                lines((UUID[]) row.getArray("product_ids").getArray(), (Long[])
                        row.getArray("minor_units").getArray()),
                row.getString("channel"),
                new Buyer(
                        Optional.ofNullable(row.getString("segment")),
                        Optional.ofNullable(row.getString("tier")),
                        row.getBoolean("first"),
                        Rows.optional(row, "birthday", LocalDate.class)));
        return new WaitingOrder(row.getObject("order_id", UUID.class), purchase);
    }

    private static List<Line> lines(UUID[] products, Long[] minorUnits) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < products.length; i++) {
            lines.add(new Line(products[i], minorUnits[i]));
        }
        return lines;
    }
}
