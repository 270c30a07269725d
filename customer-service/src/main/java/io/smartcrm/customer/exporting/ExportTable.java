package io.smartcrm.customer.exporting;

import io.smartcrm.customer.listing.Cursor;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.vault.Vault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports in the database, on one JDBC connection; a filter may name a person, and is sealed. */
final class ExportTable {
    private static final String INSERT = """
        insert into export_job (id, list, format, gzip, filter, teams, principal, state, create_time)
        values (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?)\
        """;
    private static final String OPEN =
            "select * from export_job where state in ('WAITING', 'RUNNING') order by create_time, id limit ?";
    private static final String COUNT_OPEN =
            "select count(*) from export_job where principal = ? and state in ('WAITING', 'RUNNING')";
    /** An export that a crash left running begins again. */
    private static final String START = """
        update export_job set state = 'RUNNING', start_time = ?, written_rows = 0
        where id = ? and state in ('WAITING', 'RUNNING') returning *\
        """;

    private static final String ADVANCE =
            "update export_job set written_rows = ? where id = ? and state = 'RUNNING' returning id";
    private static final String END = """
        update export_job set state = ?, written_rows = ?, total_bytes = ?, failure = ?, end_time = ?, expire_time = ?
        where id = ? and state = 'RUNNING'\
        """;
    private static final String CANCEL = """
        update export_job set state = case state when 'SUCCEEDED' then 'EXPIRED' else 'CANCELLED' end,
            end_time = coalesce(end_time, ?)
        where id = ? and state in ('WAITING', 'RUNNING', 'SUCCEEDED')\
        """;
    private static final String EXPIRE =
            "update export_job set state = 'EXPIRED' where state = 'SUCCEEDED' and expire_time < ? returning id";

    private static final String PURPOSE = "export.filter";

    private final Connection connection;
    private final Vault vault;

    ExportTable(Connection connection, Vault vault) {
        this.connection = connection;
        this.vault = vault;
    }

    void insert(Export job) throws SQLException {
        Object teams = job.teams().isPresent()
                ? connection.createArrayOf("text", job.teams().get().toArray())
                : null;
        update(
                INSERT,
                job.id(),
                job.list(),
                job.format().name(),
                job.gzip(),
                vault.sealFor(PURPOSE, job.filter()),
                teams,
                job.principal(),
                time(job.createTime()));
    }

    /** Of its owner alone. */
    Optional<Export> find(UUID id, String principal) throws SQLException {
        return query("select * from export_job where id = ? and principal = ?", id, principal).stream()
                .findFirst();
    }

    /** Newest first. */
    List<Export> list(String principal, Optional<TimePosition> after, int limit) throws SQLException {
        return after.isPresent()
                ? query(
                        "select * from export_job where principal = ? and (create_time, id) < (?, ?)"
                                + " order by create_time desc, id desc limit ?",
                        principal,
                        time(after.get().time()),
                        after.get().id(),
                        limit)
                : query(
                        "select * from export_job where principal = ? order by create_time desc, id desc limit ?",
                        principal,
                        limit);
    }

    int countOpen(String principal) throws SQLException {
        try (PreparedStatement statement = prepare(COUNT_OPEN, principal);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    List<Export> open(int limit) throws SQLException {
        return query(OPEN, limit);
    }

    Optional<Export> start(UUID id, Instant now) throws SQLException {
        return query(START, time(now), id).stream().findFirst();
    }

    /** False when it is to go no further. */
    boolean advance(UUID id, long rows) throws SQLException {
        try (PreparedStatement statement = prepare(ADVANCE, rows, id);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    /** False when it was cancelled meanwhile. */
    boolean end(Export job, Export.State state, long rows, long bytes, String failure, Instant now, Instant expiry)
            throws SQLException {
        return update(END, state.name(), rows, bytes, failure, time(now), time(expiry), job.id()) == 1;
    }

    void cancel(UUID id, Instant now) throws SQLException {
        update(CANCEL, time(now), id);
    }

    /** Those whose file has had its time. */
    List<UUID> expire(Instant now) throws SQLException {
        List<UUID> expired = new ArrayList<>();
        try (PreparedStatement statement = prepare(EXPIRE, time(now));
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                expired.add(row.getObject(1, UUID.class));
            }
        }
        return expired;
    }

    private List<Export> query(String sql, Object... parameters) throws SQLException {
        List<Export> jobs = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                jobs.add(job(row));
            }
        }
        return jobs;
    }

    private Export job(ResultSet row) throws SQLException {
        return new Export(
                row.getObject("id", UUID.class),
                row.getString("list"),
                Export.Format.valueOf(row.getString("format")),
                row.getBoolean("gzip"),
                vault.openFor(PURPOSE, row.getBytes("filter")),
                row.getArray("teams") == null ? Optional.empty() : Optional.of(Cursor.texts(row, "teams")),
                row.getString("principal"),
                Export.State.valueOf(row.getString("state")),
                row.getLong("written_rows"),
                row.getLong("total_bytes"),
                row.getTimestamp("create_time").toInstant(),
                Optional.ofNullable(Cursor.time(row, "start_time")),
                Optional.ofNullable(Cursor.time(row, "end_time")),
                Optional.ofNullable(Cursor.time(row, "expire_time")),
                row.getString("failure"));
    }

    private static Object time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
