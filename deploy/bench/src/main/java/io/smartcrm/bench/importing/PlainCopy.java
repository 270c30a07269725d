package io.smartcrm.bench.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The measure of an import: the same lines by COPY, as text from a file, into a table of the same shape with its key. */
final class PlainCopy {
    private static final int ROUNDS = 2;
    private static final int BUFFER = 1 << 16;

    private PlainCopy() {}

    /**
     * Rows a second of the faster of two rounds.
     *
     * @param table of ours, with what was imported
     */
    static double rowsPerSecond(Connection connection, Path folder, String table) throws SQLException, IOException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        Path lines = folder.resolve("lines.txt");
        try (OutputStream out = Files.newOutputStream(lines)) {
            copy.copyOut("copy (select * from " + table + " order by 1, 2) to stdout", out);
        }
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            execute(connection, "create table plain_copy (like " + table + " including all excluding generated)");
            long start = System.nanoTime();
            long rows;
            try (InputStream in = new BufferedInputStream(Files.newInputStream(lines), BUFFER)) {
                rows = copy.copyIn("copy plain_copy from stdin", in);
            }
            connection.commit();
            best = Math.max(best, rows * 1e9 / (System.nanoTime() - start));
            execute(connection, "drop table plain_copy");
        }
        Files.delete(lines);
        return best;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }
}
