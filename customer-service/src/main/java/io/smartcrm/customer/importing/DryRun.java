package io.smartcrm.customer.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartcrm.customer.recordfile.RejectedRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Counts what an import would do, each record once however often the file names it. */
final class DryRun {
    private static final int SAMPLE = 1_000;
    private static final List<String> COUNTED = List.of("customer", "product");
    private static final String CHANGED = """
        select distinct kind, record_id from import_change where import_id = ? and kind = any (?)\
        """;
    /** Of this session alone, and gone with it or with the next dry run. */
    private static final String REMEMBERED =
            "create temp table if not exists dry_run_record (import_id uuid, kind text, name uuid, unique (import_id, name))";

    private static final String REMEMBER = """
        with added as (insert into dry_run_record select ?, split_part(told, ':', 1), split_part(told, ':', 2)::uuid
            from unnest(?::text[]) as told on conflict do nothing returning kind)
        select count(*) filter (where kind = 'customer'), count(*) filter (where kind = 'product') from added\
        """;

    private final Connection connection;
    private final Import job;

    DryRun(Connection connection, Import job) {
        this.connection = connection;
        this.job = job;
    }

    /** Customers and products that this transaction created or changed, in a form that the next batch has again. */
    List<String> changed(ImportBatch.Stored stored) throws SQLException {
        List<String> changed = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
            statement.setObject(1, job.id().value());
            statement.setArray(2, connection.createArrayOf("text", COUNTED.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(2, UUID.class);
                    String kind = rows.getString(1);
                    String name = stored.names().getOrDefault(id, id.toString());
                    changed.add(kind + ":" + UUID.nameUUIDFromBytes((kind + name).getBytes(UTF_8)));
                }
            }
        }
        return changed;
    }

    Import.Result count(Import.Result changes, List<String> changed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBERED)) {
            statement.execute();
        }
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setObject(1, job.id().value());
            statement.setArray(2, connection.createArrayOf("text", changed.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return changes.of(row.getLong(1), row.getLong(2));
            }
        }
    }

    /** The first problems are enough to mend a mapping by. */
    List<RejectedRow> sample(List<RejectedRow> rejected) {
        int room = (int) Math.max(0, SAMPLE - job.progress().rejectedRows());
        return rejected.subList(0, Math.min(room, rejected.size()));
    }

    /** Forgets what was counted. */
    static void end(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("drop table if exists dry_run_record")) {
            statement.execute();
        }
    }
}
