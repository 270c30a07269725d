package io.smartcrm.bench.importing;

import io.smartcrm.bench.Arguments;
import io.smartcrm.bench.Command;
import io.smartcrm.bench.Figures;
import io.smartcrm.bench.Syntax;
import io.smartcrm.bench.UsageException;
import io.smartcrm.customer.importing.LoneImport;
import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileRefusal;
import io.smartcrm.local.DataFolder;
import io.smartcrm.local.Database;
import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.Ports;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How fast a file of orders, customers or products comes in: from the first byte received to the last row committed, in a new process on a new
 * PostgreSQL that syncs to disk, beside plain COPY of the same lines on the same server.
 */
public final class ImportSpeed {
    private static final Syntax SYNTAX =
            new Syntax("import-speed FILE [--mapping M] [--rounds N]", Set.of("file", "mapping", "rounds"), Set.of());
    private static final String PASSWORD = "import-speed";

    private ImportSpeed() {}

    public static void main(String[] args) {
        String[] named = args.clone();
        if (named.length > 0 && !named[0].startsWith("--")) {
            named[0] = "--file=" + named[0];
        }
        Command.execute("import-speed", SYNTAX, named, ImportSpeed::run);
    }

    private static Figures run(Arguments arguments) throws IOException {
        Path file = arguments.readableFile("file");
        Optional<Path> mappingFile =
                arguments.has("mapping") ? Optional.of(arguments.readableFile("mapping")) : Optional.empty();
        ColumnMapping mapping = MappingFile.find(mappingFile, file);
        var folder = DataFolder.temporary();
        System.err.println("import-speed: a PostgreSQL of its own, without the rest of the suite");
        try (var postgres = LocalPostgres.kept(folder, Ports.free(), PASSWORD)) {
            Path received =
                    Files.createDirectories(folder.root().resolve("data").resolve("received"));
            return measure(postgres, received, file, mapping, arguments.positive("rounds", 6));
        } catch (FileRefusal refused) {
            throw new UsageException(file + ": " + refused.text());
        } catch (SQLException failed) {
            throw new IOException("PostgreSQL: " + failed.getMessage(), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            folder.forget();
            Files.deleteIfExists(folder.root());
        }
    }

    private static Figures measure(LocalPostgres postgres, Path folder, Path file, ColumnMapping mapping, int rounds)
            throws IOException, SQLException, InterruptedException {
        var lone = new LoneImport(folder, Clock.systemUTC());
        Figures figures = new Figures();
        for (int round = 1; round <= rounds; round++) {
            var database = Database.named("import_speed_" + round);
            postgres.admin().create(database);
            String url = postgres.admin().jdbcUrl(database);
            LoneImport.migrate(url, database.user(), database.password());
            var source = new PGSimpleDataSource();
            source.setUrl(url);
            source.setUser(database.user());
            source.setPassword(database.password());
            figures = round(lone, source, folder, file, mapping);
            System.err.println("round " + round + ": " + figures.line());
        }
        return figures;
    }

    private static Figures round(LoneImport lone, DataSource database, Path folder, Path file, ColumnMapping mapping)
            throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        LoneImport.Outcome outcome = lone.run(database, file, mapping);
        double rowsPerSecond = outcome.rows() * 1e9 / (System.nanoTime() - start);
        double copyRowsPerSecond;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            copyRowsPerSecond = PlainCopy.rowsPerSecond(connection, folder, table(mapping));
        }
        return new Figures()
                .add("rows", outcome.rows())
                .add("rows_per_s", rowsPerSecond, 0)
                .add("copy_rows_per_s", copyRowsPerSecond, 0)
                .add("ratio", rowsPerSecond / copyRowsPerSecond, 3)
                .add("rejected", outcome.rejected())
                .add("peak_rss_mb", peakMemory(), 1);
    }

    /** Where most of what such a file tells is stored. */
    private static String table(ColumnMapping mapping) {
        return switch (mapping.shape().name()) {
            case "customers" -> "customer";
            case "products" -> "product";
            default -> "order_line";
        };
    }

    /** The most memory that this process ever held, MiB; the kernel counts it. */
    private static double peakMemory() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }
}
