package io.smartcrm.recommend.feedback;

import io.smartcrm.recommend.numbering.Numbers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes purchases in bulk: one statement a batch, the lines of all orders in two flat arrays. */
final class PurchaseTable {
    private static final String PUT = """
        with flat as (select ?::integer[] as products, ?::double precision[] as quantities)
        insert into purchase (order_id, version, customer, order_time, products, quantities)
        select order_id, version, nullif(customer, 0), order_time,
            flat.products[first:last], flat.quantities[first:last]
        from flat, unnest(?::text[], ?::bigint[], ?::integer[], ?::timestamptz[], ?::integer[], ?::integer[])
            as bought (order_id, version, customer, order_time, first, last)
        order by order_id
        on conflict (order_id) do update
        set version = excluded.version, customer = excluded.customer, order_time = excluded.order_time,
            products = excluded.products, quantities = excluded.quantities
        where purchase.version < excluded.version\
        """;
    private static final int GUEST = 0;

    private PurchaseTable() {}

    /** Keeps each purchase unless the same or a higher version is there; order ids are distinct. Says how many changed. */
    static int put(Connection connection, List<Purchase> purchases) throws SQLException {
        if (purchases.isEmpty()) {
            return 0;
        }
        Map<String, Integer> customers = Numbers.CUSTOMERS.of(
                connection, distinct(purchases.stream().flatMap(purchase -> purchase.customerId().stream())));
        Map<String, Integer> products =
                Numbers.PRODUCTS.of(connection, distinct(lines(purchases).map(Purchase.Line::productId)));
        int[] last = new int[purchases.size()];
        int[] first = new int[purchases.size()];
        int end = 0;
        for (int row = 0; row < first.length; row++) {
            first[row] = end + 1;
            end += purchases.get(row).lines().size();
            last[row] = end;
        }
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setObject(
                    1,
                    lines(purchases)
                            .mapToInt(line -> products.getOrDefault(line.productId(), 0))
                            .toArray());
            put.setObject(
                    2, lines(purchases).mapToDouble(Purchase.Line::quantity).toArray());
            put.setArray(
                    3,
                    connection.createArrayOf("text", column(purchases.stream().map(Purchase::orderId))));
            put.setObject(4, purchases.stream().mapToLong(Purchase::version).toArray());
            put.setObject(
                    5,
                    purchases.stream()
                            .mapToInt(purchase ->
                                    purchase.customerId().map(customers::get).orElse(GUEST))
                            .toArray());
            put.setArray(
                    6,
                    connection.createArrayOf(
                            "timestamptz",
                            column(purchases.stream()
                                    .map(purchase -> purchase.time().toString()))));
            put.setObject(7, first);
            put.setObject(8, last);
            return put.executeUpdate();
        }
    }

    private static Stream<Purchase.Line> lines(List<Purchase> purchases) {
        return purchases.stream().flatMap(purchase -> purchase.lines().stream());
    }

    private static Set<String> distinct(Stream<String> ids) {
        return ids.collect(Collectors.toSet());
    }

    private static Object[] column(Stream<String> values) {
        return values.toArray();
    }
}
