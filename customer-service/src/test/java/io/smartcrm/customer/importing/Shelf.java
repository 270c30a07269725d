package io.smartcrm.customer.importing;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.customer.orderfile.OrderFiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Orders of one test: their numbers, codes, customers and country begin with a name that no other test has. */
final class Shelf {
    private final String name = "t" + UUID.randomUUID().toString().substring(0, 8);
    private final AgroalDataSource database;

    Shelf(AgroalDataSource database) {
        this.database = database;
    }

    String name() {
        return name;
    }

    /** A line of an order of this shelf; cells as in {@link OrderFiles#line}. */
    Map<String, String> line(String... cells) {
        Map<String, String> line = OrderFiles.line(cells);
        line.computeIfPresent("nr", (column, number) -> (number.startsWith("C") ? "C" : "") + name + number);
        line.computeIfPresent("sku", (column, code) -> name + code);
        line.put("country", name);
        line.computeIfPresent("customer", (column, id) -> id.isEmpty() ? "" : name + id);
        line.computeIfPresent("refund", (column, number) -> number.isEmpty() ? "" : name + number);
        return line;
    }

    /** A year of a shop in the order of time; every seventh order stands apart, every fiftieth line is bad. */
    List<Map<String, String>> shop(int orders, long seed) {
        var random = new Random(seed);
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            int number = i % 7 == 6 ? i - 6 : i;
            String time = "2024-03-%02d %02d:00".formatted(1 + number * 28 / orders, number % 24);
            String customer = number % 5 == 0 ? "" : "c" + number % 40;
            for (int line = random.nextInt(9); line >= 0; line--) {
                lines.add(line(
                        "nr",
                        Integer.toString(number),
                        "time",
                        time,
                        "customer",
                        customer,
                        "sku",
                        "p" + random.nextInt(60),
                        "text",
                        "Name " + random.nextInt(3),
                        "qty",
                        lines.size() % 50 == 49 ? "none" : Integer.toString(1 + random.nextInt(5)),
                        "price",
                        random.nextInt(2_000) / 100 + "." + random.nextInt(10)));
            }
        }
        return lines;
    }

    /** What the tables say of this shelf, without its name and without ids. */
    String digest() throws SQLException {
        return text("""
            select coalesce(md5(string_agg(replace(concat_ws('|', o.number, kind, order_time, o.currency, total::float8, line_count,
                o.version,
                (select min(f.number) from sales_order f where f.customer_id = o.customer_id), l.line_number, p.code, quantity::float8, unit_price::float8), '%1$s', ''), E'\\n'
                order by o.number, l.line_number)), '') || ' ' || count(*) || ' ' || count(distinct o.id)
            from sales_order o join order_line l on l.order_id = o.id join product p on p.id = l.product_id
            where o.country = '%1$s'\
            """) + " / " + text("""
                select coalesce(md5(string_agg(replace(concat_ws('|', code, name, price::float8, version), '%1$s', ''), E'\\n'
                    order by code)), '') || ' ' || count(*)
                from product where code like '%1$s%%'\
                """) + " / " + text("""
                    select coalesce(string_agg(concat_ws(' ', kind, order_count, amount::float8), ', ' order by kind), '')
                    from country_total where country = '%1$s' and order_count > 0\
                    """);
    }

    /** Kind, count and sum of each kind, summed over the orders themselves. */
    String sumsOfOrders() throws SQLException {
        return text("""
            select coalesce(string_agg(concat_ws(' ', kind, orders, amount), ', ' order by kind), '') from (
                select kind, count(distinct o.id) as orders, sum(quantity * unit_price)::float8 as amount
                from sales_order o join order_line on order_id = o.id where country = '%1$s' group by kind) sums\
            """);
    }

    String sumsKept() throws SQLException {
        return text("""
            select coalesce(string_agg(concat_ws(' ', kind, order_count, amount::float8), ', ' order by kind), '')
            from country_total where country = '%1$s' and order_count > 0\
            """);
    }

    /** One text; {@code %1$s} stands for the shelf's name. */
    String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql.formatted(name))) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
