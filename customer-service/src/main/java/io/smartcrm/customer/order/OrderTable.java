package io.smartcrm.customer.order;

import io.smartcrm.customer.money.Money;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders by the set, within one transaction of a JDBC connection. */
final class OrderTable {
    private static final String COLUMNS = "id, number, kind, customer_id, order_time, country, currency, total,"
            + " refunded_order_id, version, refund_of, import_id, import_line_count";
    private static final String SELECT = "select " + COLUMNS + " from sales_order ";
    /** Locked in one order, so that imports of the same orders wait for each other instead of dying together. */
    private static final String BY_NUMBER = SELECT + "where number = any (?) order by number for update";

    private static final String WAITING_FOR = SELECT
            + "where refund_of = any (?) and refund_of <> '' and refunded_order_id is null order by number for update";
    private static final String PARTLY_TOLD =
            SELECT + "where import_id = ? and import_line_count < line_count order by number limit ? for update";
    private static final String IDS = "select number, id from sales_order where number = any (?)";
    private static final String LINES = """
        select order_id, line_number, product_id, quantity, unit_price from order_line
        where order_id = any (?) order by order_id, line_number\
        """;
    private static final String COPY_ORDERS =
            "copy sales_order (" + COLUMNS + ", line_count) from stdin (format binary)";
    private static final String COPY_LINES =
            "copy order_line (order_id, line_number, product_id, quantity, unit_price) from stdin (format binary)";
    private static final String DELETE = "delete from sales_order where id = any (?)";
    private static final String DELETE_LINES = "delete from order_line where order_id = any (?)";
    private static final String MARK_TOLD = """
        update sales_order set import_id = ?, import_line_count = told.line_count
        from unnest(?::uuid[], ?::int[]) as told (id, line_count) where sales_order.id = told.id\
        """;

    private final Connection connection;

    OrderTable(Connection connection) {
        this.connection = connection;
    }

    /** With their lines. */
    Map<String, StoredOrder> lockByNumber(Collection<String> numbers) throws SQLException {
        Map<String, StoredOrder> found = new HashMap<>();
        for (StoredOrder stored : query(BY_NUMBER, array("text", numbers))) {
            found.put(stored.order().number(), stored);
        }
        return found;
    }

    /** Refunds of orders that were not known when they came. */
    List<StoredOrder> lockRefundsOf(Collection<String> numbers) throws SQLException {
        return query(WAITING_FOR, array("text", numbers));
    }

    /** Orders whose last lines the import did not tell. */
    List<StoredOrder> lockPartlyToldBy(UUID importId, int limit) throws SQLException {
        return query(PARTLY_TOLD, importId, limit);
    }

    Map<String, OrderId> idsByNumber(Collection<String> numbers) throws SQLException {
        Map<String, OrderId> ids = new HashMap<>();
        if (numbers.isEmpty()) {
            return ids;
        }
        try (PreparedStatement statement = prepare(IDS, array("text", numbers));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.put(rows.getString(1), new OrderId(rows.getObject(2, UUID.class)));
            }
        }
        return ids;
    }

    void insert(List<StoredOrder> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        try (var copy = new BinaryCopy(connection, COPY_ORDERS)) {
            for (StoredOrder stored : orders) {
                write(copy, stored);
            }
            copy.finish();
        }
        try (var copy = new BinaryCopy(connection, COPY_LINES)) {
            for (StoredOrder stored : orders) {
                writeLines(copy, stored.order());
            }
            copy.finish();
        }
    }

    /** Orders and lines as they are now instead of what was there. */
    void replace(List<StoredOrder> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        Object[] ids =
                orders.stream().map(stored -> stored.order().id().value()).toArray();
        for (String delete : List.of(DELETE_LINES, DELETE)) {
            try (PreparedStatement statement = prepare(delete, array("uuid", List.of(ids)))) {
                statement.executeUpdate();
            }
        }
        insert(orders);
    }

    /** That an import told of them what was known already. */
    void markTold(UUID importId, List<StoredOrder> orders) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        var ids = orders.stream().map(stored -> stored.order().id().value()).toList();
        var counts = orders.stream().map(StoredOrder::importedLines).toList();
        try (PreparedStatement statement = prepare(MARK_TOLD, importId, array("uuid", ids), array("int", counts))) {
            statement.executeUpdate();
        }
    }

    private static void write(BinaryCopy copy, StoredOrder stored) throws SQLException {
        Order order = stored.order();
        copy.row(14)
                .uuid(order.id().value())
                .text(order.number())
                .text(order.kind().name())
                .uuid(order.customerId())
                .time(order.orderTime())
                .text(order.country())
                .text(order.total().currencyCode())
                .numeric(order.total().amount())
                .uuid(order.refundedOrder().map(OrderId::value))
                .bigint(order.version())
                .text(stored.refundOf())
                .uuid(stored.importId())
                .integer(stored.importedLines())
                .integer(order.lines().size());
    }

    private static void writeLines(BinaryCopy copy, Order order) throws SQLException {
        for (OrderLine line : order.lines()) {
            copy.row(5)
                    .uuid(order.id().value())
                    .integer(line.lineNumber())
                    .uuid(line.productId())
                    .numeric(line.quantity())
                    .numeric(line.unitPrice());
        }
    }

    private List<StoredOrder> query(String sql, Object... parameters) throws SQLException {
        List<StoredOrder> heads = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                heads.add(stored(rows));
            }
        }
        return withLines(heads);
    }

    private static StoredOrder stored(ResultSet row) throws SQLException {
        var order = new Order(
                new OrderId(row.getObject("id", UUID.class)),
                row.getString("number"),
                OrderKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("customer_id", UUID.class)),
                row.getObject("order_time", OffsetDateTime.class).toInstant(),
                row.getString("country"),
                new Money(row.getString("currency"), row.getBigDecimal("total")),
                List.of(),
                Optional.ofNullable(row.getObject("refunded_order_id", UUID.class))
                        .map(OrderId::new),
                row.getLong("version"));
        return new StoredOrder(
                order,
                row.getString("refund_of"),
                Optional.ofNullable(row.getObject("import_id", UUID.class)),
                row.getInt("import_line_count"));
    }

    private List<StoredOrder> withLines(List<StoredOrder> heads) throws SQLException {
        if (heads.isEmpty()) {
            return heads;
        }
        Map<UUID, List<OrderLine>> lines = new HashMap<>();
        var ids = heads.stream().map(stored -> stored.order().id().value()).toList();
        try (PreparedStatement statement = prepare(LINES, array("uuid", ids));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                lines.computeIfAbsent(rows.getObject(1, UUID.class), any -> new ArrayList<>())
                        .add(new OrderLine(
                                rows.getInt(2),
                                rows.getObject(3, UUID.class),
                                rows.getBigDecimal(4),
                                rows.getBigDecimal(5)));
            }
        }
        return heads.stream()
                .map(stored ->
                        stored.withLines(lines.getOrDefault(stored.order().id().value(), List.of())))
                .toList();
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
