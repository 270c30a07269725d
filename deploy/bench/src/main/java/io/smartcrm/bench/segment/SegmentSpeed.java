package io.smartcrm.bench.segment;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.customer.importing.LoneImport;
import io.smartcrm.customer.segment.LoneSegments;
import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Database;
import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How long one evaluation of all customers takes, and how long one customer's change takes to be followed in all
 * segments at once, members and events committed; on a new PostgreSQL that syncs to disk, with four orders a customer.
 */
public final class SegmentSpeed {
    private static final Syntax SYNTAX =
            new Syntax("segment-speed [--customers N] [--updates N]", Set.of("customers", "updates"), Set.of());
    private static final String PASSWORD = "segment-speed";
    private static final List<String> DEFINITIONS = List.of(
            "country = 'FR' and orders.count(last 90 days) >= 2",
            "orders.sum(last 1 year) > 100 EUR and orders.days_since_last <= 60 and not tag('blocked')",
            "products.bought(category 'Category 7', last 1 year) and orders.avg >= 10 EUR",
            "(country in ('DE', 'AT') or tag('vip')) and orders.count = 0 or refunds.rate > 0.2");

    private SegmentSpeed() {}

    public static void main(String[] args) {
        Command.execute("segment-speed", SYNTAX, args, SegmentSpeed::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        int customers = arguments.positive("customers", 260_000);
        int updates = arguments.positive("updates", 200);
        var folder = DataFolder.temporary();
        System.err.println("segment-speed: a PostgreSQL of its own, without the rest of the suite");
        try (var postgres = LocalPostgres.kept(folder, Ports.free(), PASSWORD)) {
            var database = Database.named("segment_speed");
            postgres.admin().create(database);
            String url = postgres.admin().jdbcUrl(database);
            LoneImport.migrate(url, database.user(), database.password());
            try (Connection connection = DriverManager.getConnection(url, database.user(), database.password())) {
                connection.setAutoCommit(false);
                System.err.println("making " + customers + " customers and their orders...");
                SimulatedCustomers.fill(connection, customers);
                return measure(connection, customers, updates);
            }
        } catch (SQLException failed) {
            throw new IOException("PostgreSQL: " + failed.getMessage(), failed);
        } finally {
            folder.forget();
            Files.deleteIfExists(folder.root());
        }
    }

    private static Figures measure(Connection connection, int customers, int updates) throws SQLException {
        var segments = new LoneSegments(connection, Clock.systemUTC());
        segments.create(DEFINITIONS);
        double slowest = 0;
        double start = now();
        while (segments.evaluateNext()) {
            slowest = Math.max(slowest, now() - start);
            System.err.printf("evaluated in %.2f s%n", now() - start);
            start = now();
        }
        double[] took = new double[updates];
        List<UUID> changing = SimulatedCustomers.some(connection, updates);
        segments.follow(changing.get(0));
        for (int i = 0; i < updates; i++) {
            UUID customer = changing.get(i % changing.size());
            SimulatedCustomers.order(connection, customer);
            double before = now();
            segments.follow(customer);
            took[i] = (now() - before) * 1000;
        }
        Arrays.sort(took);
        return new Figures()
                .add("customers", customers)
                .add("segments", DEFINITIONS.size())
                .add("members", segments.members())
                .add("full_s", slowest, 2)
                .add("update_ms", took[updates / 2], 2)
                .add("update_p95_ms", took[updates * 95 / 100], 2);
    }

    private static double now() {
        return System.nanoTime() / 1e9;
    }
}
