package io.smartcrm.bench.customer;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.bench.UsageException;
import io.smartcrm.bench.serving.Gateway;
import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Database;
import io.smartcrm.local.PostgresAdmin;
import io.smartcrm.local.Secrets;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Response times of the first, a middle and the last page of customers, of all and of those a filter leaves. */
public final class CustomerList {
    private static final Syntax SYNTAX = new Syntax(
            "customer-list --customers N [--calls N] [--page-size N] [--data DIR] [--url GATEWAY] [--realm URL]"
                    + " [--postgres PORT]",
            Set.of("customers", "calls", "page-size", "data", "url", "realm", "postgres"),
            Set.of());

    private CustomerList() {}

    public static void main(String[] args) {
        Command.execute("customer-list", SYNTAX, args, CustomerList::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        int customers = arguments.requiredPositive("customers");
        Path home = arguments.text("data").map(Path::of).orElseGet(CustomerList::home);
        try (Connection connection = connect(home, arguments.positive("postgres", 15432))) {
            var rows = new CustomerRows(connection, home.resolve("data").resolve("customer-service/vault"));
            rows.fillUpTo(customers);
            Gateway gateway = Gateway.entered(
                    arguments.text("url").orElse("http://127.0.0.1:8080"),
                    arguments.text("realm").orElse("http://127.0.0.1:8180/realms/smartcrm"),
                    "smartcrm-cli",
                    "analyst",
                    "analyst");
            var pages = new ListedPages(gateway, arguments.positive("page-size", 50), arguments.positive("calls", 200));
            return measure(rows, pages);
        } catch (ConnectException down) {
            throw new UsageException("the suite does not answer (" + down.getMessage() + "); start it with deploy/up");
        } catch (SQLException failed) {
            throw new UsageException("the suite's database does not answer: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Figures measure(CustomerRows rows, ListedPages pages) throws SQLException {
        var figures = new Figures().add("customers", rows.count());
        Map<String, String> depths =
                Map.of("first", rows.timeAt(0), "middle", rows.timeAt(0.5), "last", rows.timeAt(1));
        ListedPages.Times all = new ListedPages.Times();
        for (String depth : List.of("first", "middle", "last")) {
            ListedPages.Times times = new ListedPages.Times();
            for (String filter : CustomerRows.FILTERS) {
                times.add(pages.read(
                        filter, Optional.ofNullable(depths.get(depth)).orElseThrow()));
            }
            figures.add(depth + "_p50_ms", times.at(50), 1).add(depth + "_p95_ms", times.at(95), 1);
            all.add(times);
        }
        return figures.add("p50_ms", all.at(50), 1).add("p95_ms", all.at(95), 1);
    }

    private static Connection connect(Path home, int port) throws SQLException {
        var folder = DataFolder.kept(home);
        var secrets = Secrets.in(folder);
        var database = new Database("customer", "customer", secrets.of("database.customer"));
        String url = new PostgresAdmin(port, secrets.of("postgres")).jdbcUrl(database);
        return DriverManager.getConnection(url, database.user(), database.password());
    }

    private static Path home() {
        String home = System.getenv("SMARTCRM_HOME");
        return home == null || home.isBlank() ? Path.of(System.getProperty("user.home"), ".smartcrm") : Path.of(home);
    }
}
