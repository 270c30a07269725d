package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.earning.Purchase;
import io.smartcrm.loyalty.earning.Purchase.Buyer;
import io.smartcrm.loyalty.earning.Purchase.Line;
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
    private static final String PUT = """
            insert into waiting_order (order_id, channel, segment, tier, product_ids, minor_units)
            values (?, ?, ?, ?, ?, ?)""";
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

    void put(List<WaitingOrder> orders) throws SQLException {
        for (WaitingOrder order : orders) {
            Buyer buyer = order.purchase().buyer();
            Rows.none(connection)
                    .value(order.id())
                    .value(order.purchase().channel())
                    .value(buyer.segment().orElse(null))
                    .value(buyer.tier().orElse(null))
                    .value(array("uuid", order, Line::product))
                    .value(array("bigint", order, Line::minorUnits))
                    .update(PUT);
        }
    }

    private Object array(String type, WaitingOrder order, Function<Line, Object> value) throws SQLException {
        return connection.createArrayOf(
                type, order.purchase().lines().stream().map(value).toArray());
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
