package io.smartcrm.bench.segment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Customers of many countries with four orders of two lines in the mean, spread over two years. */
final class SimulatedCustomers {
    private static final String FILL = """
            insert into product (id, code, category_path, price, currency, create_time, update_time)
            select md5('product ' || i)::uuid, 'P' || i, array['Category ' || i % 20, 'Shelf ' || i % 200], 5 + i % 40,
                'EUR', now(), now()
            from generate_series(1, 2000) as i;

            insert into customer (id, country, create_time, update_time, tags)
            select md5('customer ' || i)::uuid, (array['FR', 'DE', 'AT', 'GB', 'US', 'CN', 'IT', 'ES'])[1 + i % 8],
                now() - i * interval '4 minutes', now(), case when i % 50 = 0 then '{vip}'::text[] else '{}' end
            from generate_series(1, NUMBER) as i;

            insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
            select md5('order ' || i)::uuid, 'N' || i, case when i % 12 = 0 then 'REFUND' else 'SALE' end,
                md5('customer ' || 1 + (i::bigint * 7919) % NUMBER)::uuid, now() - (i::bigint * 104729) % 63072000 * interval '1 second',
                'EUR', case when i % 12 = 0 then -10 else 10 + i % 60 end, 2
            from generate_series(1, 4 * NUMBER) as i;

            insert into order_line (order_id, line_number, product_id, quantity, unit_price)
            select md5('order ' || i)::uuid, line, md5('product ' || 1 + (i * 31 + line * 17) % 2000)::uuid, 1, 10
            from generate_series(1, 4 * NUMBER) as i, generate_series(1, 2) as line""";
    private static final String SOME = "select md5('customer ' || i * 13)::uuid from generate_series(1, %d) as i";
    private static final String ORDER = """
            insert into sales_order (id, number, kind, customer_id, order_time, currency, total, line_count)
            values (gen_random_uuid(), gen_random_uuid()::text, 'SALE', ?, now(), 'EUR', 60, 0)""";

    private SimulatedCustomers() {}

    static void fill(Connection connection, int customers) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(FILL.replace("NUMBER", Integer.toString(customers)));
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum (analyze)");
            connection.setAutoCommit(false);
        }
    }

    static List<UUID> some(Connection connection, int number) throws SQLException {
        List<UUID> customers = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SOME.formatted(number))) {
            while (rows.next()) {
                customers.add(rows.getObject(1, UUID.class));
            }
        }
        return customers;
    }

    /** Of today. */
    static void order(Connection connection, UUID customer) throws SQLException {
        try (var statement = connection.prepareStatement(ORDER)) {
            statement.setObject(1, customer);
            statement.executeUpdate();
        }
        connection.commit();
    }
}
