package io.smartcrm.customer.segment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Customers and what is recorded of them, in the year 2026. */
final class SegmentFacts {
    private SegmentFacts() {}

    static void fill(Connection connection, UUID ann, UUID bob, UUID cleo) throws SQLException {
        execute(connection, """
                insert into attribute_definition (name, type, create_time, update_time)
                values ('segSize', 'TEXT', now(), now()), ('segHeight', 'NUMBER', now(), now()),
                    ('segMember', 'BOOLEAN', now(), now()), ('segBirthday', 'DATE', now(), now())
                on conflict do nothing""");
        customer(connection, ann, "FR", "2026-01-01", "north", "{vip}", "{\"segSize\": \"L\", \"segHeight\": 1.75}");
        execute(connection, "update customer set email = 'ann@example.org' where id = ?", ann);
        customer(
                connection,
                bob,
                "FR",
                "2026-02-01",
                "",
                "{new}",
                "{\"segSize\": \"M\", \"segMember\": true, \"segBirthday\": \"1980-05-05\", \"segHeight\": \"tall\"}");
        customer(connection, cleo, "", "2026-03-01", "", "{}", "{}");
        UUID mug = product(connection, "seg-mug", "{Home,Mugs}");
        UUID lamp = product(connection, "seg-lamp", "{Home,Light}");
        order(connection, ann, "SALE", "2026-05-01T12:00:00Z", "EUR", "10.00", mug, 1);
        order(connection, ann, "SALE", "2026-06-10T12:00:00Z", "EUR", "20.00", mug, 2);
        order(connection, ann, "REFUND", "2026-06-11T12:00:00Z", "EUR", "-10.00", mug, -1);
        order(connection, bob, "SALE", "2026-02-10T12:00:00Z", "USD", "100.00", lamp, 1);
        execute(connection, "update product set brand = 'Lumo' where id = ?", lamp);
        UUID cancelled = order(connection, cleo, "SALE", "2026-06-09T00:00:00Z", "EUR", "99.00", lamp, 1);
        execute(connection, "update sales_order set state = 'CANCELLED' where id = ?", cancelled);
        interaction(connection, ann, "2026-06-14T12:00:00Z", "view", "web");
        interaction(connection, ann, "2026-06-14T13:00:00Z", "call", "phone");
        interaction(connection, bob, "2026-03-14T12:00:00Z", "view", "web");
        execute(connection, """
                update sales_order set channel = 'web'
                where customer_id = ? and order_time = '2026-06-10T12:00:00Z'""", ann);
    }

    private static void interaction(Connection connection, UUID customer, String time, String type, String channel)
            throws SQLException {
        execute(connection, """
                insert into interaction (id, customer_id, direction, type, channel, occur_time)
                values (?, ?, 'IN', ?, ?, ?::timestamptz)""", UUID.randomUUID(), customer, type, channel, time);
    }

    static void customer(
            Connection connection, UUID id, String country, String day, String team, String tags, String attributes)
            throws SQLException {
        execute(connection, """
                insert into customer (id, country, create_time, update_time, team, tags, attributes)
                values (?, ?, ?::timestamp at time zone 'UTC', now(), ?, ?::text[], ?::jsonb)""", id, country, day, team, tags, attributes);
    }

    static UUID product(Connection connection, String code, String category) throws SQLException {
        UUID id = UUID.randomUUID();
        execute(connection, """
                insert into product (id, code, category_path, price, currency, create_time, update_time)
                values (?, ?, ?::text[], 10, 'EUR', now(), now())""", id, code, category);
        return id;
    }

    static UUID order(
            Connection connection,
            UUID customer,
            String kind,
            String time,
            String currency,
            String total,
            UUID product,
            int quantity)
            throws SQLException {
        UUID id = UUID.randomUUID();
        execute(connection, """
                insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
                values (?, ?, ?, ?, ?::timestamptz, ?, ?::numeric, 1)""", id, id.toString(), kind, customer, time, currency, total);
        execute(connection, """
                insert into order_line (order_id, line_number, product_id, quantity, unit_price)
                values (?, 1, ?, ?, ?::numeric / ?)""", id, product, quantity, total, quantity);
        return id;
    }

    static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = Sql.of(sql, values).prepare(connection)) {
            statement.execute();
        }
    }
}
