package io.smartcrm.customer.order;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects what orders change in the sums per country, and books it at once in one order of keys. */
final class CountryTotalTable {
    private static final String BOOK = """
        insert into country_total (country, currency, kind, order_count, amount)
        select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::numeric[])
        on conflict (country, currency, kind) do update set
            order_count = country_total.order_count + excluded.order_count,
            amount = country_total.amount + excluded.amount\
        """;
    private static final Comparator<Key> ORDER =
            comparing(Key::country).thenComparing(Key::currency).thenComparing(Key::kind);

    private final Map<Key, Change> changes = new TreeMap<>(ORDER);

    private record Key(String country, String currency, OrderKind kind) {
        static Key of(Order order) {
            return new Key(order.country(), order.total().currencyCode(), order.kind());
        }
    }

    private record Change(long orders, BigDecimal amount) {
        Change plus(Change other) {
            return new Change(orders + other.orders, amount.add(other.amount));
        }
    }

    void add(Order order) {
        book(order, new Change(1, order.total().amount()));
    }

    void remove(Order order) {
        book(order, new Change(-1, order.total().amount().negate()));
    }

    private void book(Order order, Change change) {
        if (order.counts()) {
            changes.merge(Key.of(order), change, Change::plus);
        }
    }

    void book(Connection connection) throws SQLException {
        changes.values().removeIf(change -> change.orders == 0 && change.amount.signum() == 0);
        if (changes.isEmpty()) {
            return;
        }
        List<String> countries = new ArrayList<>();
        List<String> currencies = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<Long> orders = new ArrayList<>();
        List<BigDecimal> amounts = new ArrayList<>();
        changes.forEach((key, change) -> {
            countries.add(key.country);
            currencies.add(key.currency);
            kinds.add(key.kind.name());
            orders.add(change.orders);
            amounts.add(change.amount);
        });
        try (PreparedStatement statement = connection.prepareStatement(BOOK)) {
            statement.setArray(1, connection.createArrayOf("text", countries.toArray()));
            statement.setArray(2, connection.createArrayOf("text", currencies.toArray()));
            statement.setArray(3, connection.createArrayOf("text", kinds.toArray()));
            statement.setArray(4, connection.createArrayOf("bigint", orders.toArray()));
            statement.setArray(5, connection.createArrayOf("numeric", amounts.toArray()));
            statement.executeUpdate();
        }
    }
}
