package io.smartcrm.customer.quality;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the orders say about the customers, by the set: only a job asks this, as it reads every order. */
final class OrderCensus {
    private static final String TIMELY = """
        select count(*) filter (where update_time > now() - interval '1 year' or exists (
            select from sales_order where customer_id = customer.id and order_time > now() - interval '1 year')),
            count(*) from customer where merged_into is null\
        """;
    private static final String WITH_CUSTOMER =
            "select count(*) filter (where customer_id is not null), count(*) from sales_order";
    /** A customer's country and that of the orders. */
    private static final String SAME_COUNTRY = """
        select count(*) filter (where lower(customer.country) = lower(sales_order.country)), count(*)
        from sales_order join customer on customer.id = customer_id
        where customer.country <> '' and sales_order.country <> ''\
        """;

    private static final String REFUND_LINKED = """
        select count(*) filter (where refunded_order_id is not null), count(*) from sales_order
        where kind = 'REFUND' and refund_of <> ''\
        """;
    private static final String FIGURES = """
        select customer_id, currency, count(*), sum(total)::float8 from sales_order
        where customer_id is not null and kind = 'SALE' group by customer_id, currency\
        """;
    private static final int FETCH_ROWS = 10_000;

    private final Connection connection;

    /** @param connection not in auto-commit, or all rows would come at once */
    OrderCensus(Connection connection) {
        this.connection = connection;
    }

    List<Measure> measures() throws SQLException {
        return List.of(
                measure("customer", Dimension.TIMELINESS, TIMELY),
                measure("order.customer", Dimension.COMPLETENESS, WITH_CUSTOMER),
                measure("order.country", Dimension.CONSISTENCY, SAME_COUNTRY),
                measure("order.refundOf", Dimension.CONSISTENCY, REFUND_LINKED));
    }

    /** Numbers of orders, sums and means per currency. */
    List<Spread> spreads() throws SQLException {
        Map<String, Figures> figures = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(FIGURES)) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID customer = rows.getObject(1, UUID.class);
                    String currency = rows.getString(2);
                    long orders = rows.getLong(3);
                    double total = rows.getDouble(4);
                    add(figures, "order.count." + currency, customer, (double) orders);
                    add(figures, "order.total." + currency, customer, total);
                    add(figures, "order.average." + currency, customer, total / orders);
                }
            }
        }
        List<Spread> spreads = new ArrayList<>();
        figures.forEach((name, figure) -> spreads.add(figure.spread(name)));
        return spreads;
    }

    private static void add(Map<String, Figures> figures, String name, UUID customer, double value) {
        figures.computeIfAbsent(name, any -> new Figures()).add(customer, value);
    }

    private Measure measure(String field, Dimension dimension, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Measure(field, dimension, row.getLong(1), row.getLong(2));
        }
    }
}
