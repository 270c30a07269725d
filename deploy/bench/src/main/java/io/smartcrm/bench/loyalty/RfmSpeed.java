package io.smartcrm.bench.loyalty;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Database;
import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.Ports;
import io.smartcrm.loyalty.assessment.LoneScoring;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;

/**
 * Seconds to score all customers, on a new PostgreSQL that syncs to disk: {@code score_s} as the service does after orders
 * changed, segments summed and in place; {@code from_orders_s} from nothing but the orders.
 */
public final class RfmSpeed {
    private static final Syntax SYNTAX =
            new Syntax("rfm-speed [--customers N] [--orders N]", Set.of("customers", "orders"), Set.of());
    private static final String PASSWORD = "rfm-speed";
    private static final String FILL = """
            insert into activity_order (order_id, version, customer_id, kind, order_time, currency_code, minor_units)
            select md5('order ' || i)::uuid, 1,
                md5('customer ' || 1 + (i::bigint * i * 7919 + i) %% %1$d)::uuid,
                case when i %% 20 = 0 then 'REFUND' else 'SALE' end,
                timestamptz '2026-01-01 00:00Z' - (i::bigint * 104729) %% 63072000 * interval '1 second',
                case when i %% 9 = 0 then 'USD' else 'EUR' end,
                case when i %% 20 = 0 then -10 else 1 + (i::bigint * 31) %% 9973 end
            from generate_series(1, %2$d) as i""";
    private static final String SUMMARISE = """
            insert into activity_summary
            select customer_id, count(*) filter (where kind = 'SALE'), min(order_time) filter (where kind = 'SALE'),
                max(order_time) filter (where kind = 'SALE'), 'EUR', sum(minor_units)
            from activity_order group by customer_id having count(*) filter (where kind = 'SALE') > 0""";

    private RfmSpeed() {}

    public static void main(String[] args) {
        Command.execute("rfm-speed", SYNTAX, args, RfmSpeed::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        int customers = arguments.positive("customers", 1_000_000);
        int orders = arguments.positive("orders", 10_000_000);
        var folder = DataFolder.temporary();
        System.err.println("rfm-speed: a PostgreSQL of its own, without the rest of the suite");
        try (var postgres = LocalPostgres.kept(folder, Ports.free(), PASSWORD)) {
            var database = Database.named("rfm_speed");
            postgres.admin().create(database);
            String url = postgres.admin().jdbcUrl(database);
            LoneScoring.migrate(url, database.user(), database.password());
            try (Connection connection = DriverManager.getConnection(url, database.user(), database.password())) {
                System.err.println("making " + orders + " orders of " + customers + " customers...");
                fill(connection, customers, orders);
                return measure(connection, orders);
            }
        } catch (SQLException failed) {
            throw new IOException("PostgreSQL: " + failed.getMessage(), failed);
        } finally {
            folder.forget();
            Files.deleteIfExists(folder.root());
        }
    }

    private static void fill(Connection connection, int customers, int orders) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(FILL.formatted(customers, orders));
            statement.execute(SUMMARISE);
            statement.execute("vacuum (analyze)");
        }
    }

    private static Figures measure(Connection connection, int orders) throws SQLException {
        double start = now();
        LoneScoring.score(connection);
        double score = now() - start;
        System.err.printf("scored in %.1f s%n", score);
        connection.setAutoCommit(false);
        start = now();
        LoneScoring.scoreFromOrders(connection, Instant.parse("2026-01-02T00:00:00Z"));
        connection.commit();
        double fromOrders = now() - start;
        long scored;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from rfm_score")) {
            row.next();
            scored = row.getLong(1);
        }
        return new Figures()
                .add("customers", scored)
                .add("orders", orders)
                .add("score_s", score, 2)
                .add("from_orders_s", fromOrders, 2)
                .add("rows_per_s", scored / score, 0);
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }
}
