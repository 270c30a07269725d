package io.smartcrm.customer.order;

import io.smartcrm.customer.money.Money;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders by the set, within one transaction of a JDBC connection. */
final class OrderTable {
    static final String COLUMNS = "id, number, kind, customer_id, order_time, country, currency, total,"
            + " refunded_order_id, version, refund_of, import_id, import_line_count";
    static final String TERMS = ", state, channel, shipping, source_version";
    private static final String SELECT = "select " + COLUMNS + TERMS + " from sales_order ";
    /** Locked in one order, so that imports of the same orders wait for each other instead of dying together. */
    private static final String BY_NUMBER = SELECT + "where number = any (?) order by number for update";

    private static final String WAITING_FOR = SELECT
            + "where refund_of = any (?) and refund_of <> '' and refunded_order_id is null order by number for update";
    private static final String PARTLY_TOLD =
            SELECT + "where import_id = ? and import_line_count < line_count order by number limit ? for update";
    private static final String BY_ID = SELECT + "where id = any (?) order by number for update";
    private static final String REFUNDS = SELECT
            + "where refunded_order_id = any (?) or (refund_of = any (?) and refund_of <> '' and refunded_order_id is null)"
            + " order by number for update";
    private static final String OF_CUSTOMER = SELECT + "where customer_id = ? order by number limit ? for update";
    private static final String IDS_OF_CUSTOMER =
            "select id from sales_order where customer_id = ? order by order_time, id";
    private static final String FIND = SELECT + "where id = any (?) order by order_time, id";
    private static final String HAND_OVER =
            "update sales_order set customer_id = ?, version = version + 1 where id = any (?)";
    private static final String TELL_VERSION = """
        update sales_order set source_version = told.version
        from unnest(?::uuid[], ?::bigint[]) as told (id, version) where sales_order.id = told.id\
        """;
    private static final String IDS = "select number, id from sales_order where number = any (?)";
    private static final String LINES = """
        select order_id, line_number, product_id, quantity, unit_price, discount, tax, refunded_line_number from order_line
        where order_id = any (?) order by order_id, line_number\
        """;
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

    /** With their lines, in any order of ids. */
    List<StoredOrder> lockById(Collection<UUID> ids) throws SQLException {
        return query(BY_ID, array("uuid", ids));
    }

    /** All that was given back of orders: refunds that are linked to them, and refunds that wait for them. */
    List<StoredOrder> lockRefunds(Collection<UUID> orders, Collection<String> numbers) throws SQLException {
        return query(REFUNDS, array("uuid", orders), array("text", numbers));
    }

    /** Oldest first. */
    List<UUID> idsOfCustomer(UUID customer) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement statement = prepare(IDS_OF_CUSTOMER, customer);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }

    /** With their lines, oldest first. */
    List<StoredOrder> find(Collection<UUID> ids) throws SQLException {
        return query(FIND, array("uuid", ids));
    }

    List<StoredOrder> lockOfCustomer(UUID customer, int limit) throws SQLException {
        return query(OF_CUSTOMER, customer, limit);
    }

    /** Gives orders to another customer or to nobody; each has a new version then. */
    void handOver(Collection<UUID> ids, Optional<UUID> customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HAND_OVER)) {
            statement.setObject(1, customer.orElse(null), Types.OTHER);
            statement.setArray(2, array("uuid", ids));
            statement.executeUpdate();
        }
    }

    /** That the source told the same again under later versions. */
    void tellVersions(Map<UUID, Long> versions) throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        var ids = List.copyOf(versions.keySet());
        var told = ids.stream().map(versions::get).toList();
        try (PreparedStatement statement = prepare(TELL_VERSION, array("uuid", ids), array("bigint", told))) {
            statement.executeUpdate();
        }
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
        OrderCopy.insert(connection, orders);
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
                new OrderTerms(
                        OrderState.valueOf(row.getString("state")),
                        row.getString("channel"),
                        row.getBigDecimal("shipping"),
                        row.getLong("source_version")),
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
                                rows.getBigDecimal(5),
                                orZero(rows.getBigDecimal(6)),
                                orZero(rows.getBigDecimal(7)),
                                rows.getInt(8)));
            }
        }
        return heads.stream()
                .map(stored ->
                        stored.withLines(lines.getOrDefault(stored.order().id().value(), List.of())))
                .toList();
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
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
