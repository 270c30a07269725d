package io.smartcrm.customer.job;

import io.smartcrm.customer.listing.TimePosition;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs in the database, on one JDBC connection. */
final class JobTable {
    private static final String INSERT = """
        insert into data_job (id, kind, state, parameters, create_time, principal, request_id)
        values (?, ?, 'WAITING', ?::jsonb, ?, ?, ?)
        on conflict (principal, request_id) where request_id <> '' do nothing\
        """;
    private static final String FIND = "select * from data_job where id = ?";
    private static final String ASKED = """
        select *, kind = ? and parameters = ?::jsonb as same_request from data_job
        where principal = ? and request_id = ?\
        """;
    private static final String LIST = "select * from data_job order by create_time desc, id desc limit ?";
    private static final String LIST_AFTER = """
        select * from data_job where (create_time, id) < (?, ?) order by create_time desc, id desc limit ?\
        """;
    private static final String OPEN =
            "select * from data_job where state in ('WAITING', 'RUNNING') order by create_time, id limit ?";
    private static final String START = """
        update data_job set state = 'RUNNING', start_time = coalesce(start_time, ?)
        where id = ? and state in ('WAITING', 'RUNNING') returning *\
        """;
    private static final String ADVANCE = """
        update data_job set position = ?, done = ?, total = ?, counts = ?::jsonb where id = ? returning cancel_requested\
        """;
    private static final String END = """
        update data_job set state = ?, end_time = ?, failure = ? where id = ? and state in ('WAITING', 'RUNNING')\
        """;
    private static final String CANCEL = """
        update data_job set cancel_requested = true,
            state = case state when 'WAITING' then 'CANCELLED' else state end,
            end_time = case state when 'WAITING' then ? else end_time end
        where id = ? and state in ('WAITING', 'RUNNING')\
        """;
    private static final String RESUME = """
        update data_job set state = 'WAITING', cancel_requested = false, end_time = null, failure = ''
        where id = ? and state in ('CANCELLED', 'FAILED')\
        """;

    private final Connection connection;

    JobTable(Connection connection) {
        this.connection = connection;
    }

    /** A job that a request asked for, and whether it asked for the same. */
    record Asked(Job job, boolean same) {}

    /** False when the request asked before. */
    boolean insert(Job job, String principal, String requestId) throws SQLException {
        try (PreparedStatement statement = prepare(
                INSERT, job.id(), job.kind().name(), job.parameters(), time(job.createTime()), principal, requestId)) {
            return statement.executeUpdate() == 1;
        }
    }

    Asked asked(Job job, String principal, String requestId) throws SQLException {
        try (PreparedStatement statement = prepare(ASKED, job.kind().name(), job.parameters(), principal, requestId);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("a job that was asked for before is gone");
            }
            return new Asked(job(row), row.getBoolean("same_request"));
        }
    }

    Optional<Job> find(UUID id) throws SQLException {
        return query(FIND, id).stream().findFirst();
    }

    /** Newest first. */
    List<Job> list(Optional<TimePosition> after, int limit) throws SQLException {
        return after.isPresent()
                ? query(LIST_AFTER, time(after.get().time()), after.get().id(), limit)
                : query(LIST, limit);
    }

    /** Those that wait or run, oldest first. */
    List<Job> open(int limit) throws SQLException {
        return query(OPEN, limit);
    }

    /** The job as it now runs; empty when it ended meanwhile. */
    Optional<Job> start(UUID id, Instant now) throws SQLException {
        return query(START, time(now), id).stream().findFirst();
    }

    /** Whether it is to be cancelled. */
    boolean advance(UUID id, String position, long done, long total, Map<String, Long> counts) throws SQLException {
        String json = new JsonObject(new HashMap<>(counts)).encode();
        try (PreparedStatement statement = prepare(ADVANCE, position, done, total, json, id);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    void end(UUID id, JobState state, String failure, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(END, state.name(), time(now), failure, id)) {
            statement.executeUpdate();
        }
    }

    void cancel(UUID id, Instant now) throws SQLException {
        try (PreparedStatement statement = prepare(CANCEL, time(now), id)) {
            statement.executeUpdate();
        }
    }

    void resume(UUID id) throws SQLException {
        try (PreparedStatement statement = prepare(RESUME, id)) {
            statement.executeUpdate();
        }
    }

    private List<Job> query(String sql, Object... parameters) throws SQLException {
        List<Job> jobs = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                jobs.add(job(rows));
            }
        }
        return jobs;
    }

    private static Job job(ResultSet row) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        new JsonObject(row.getString("counts"))
                .forEach(count -> counts.put(count.getKey(), ((Number) count.getValue()).longValue()));
        return new Job(
                row.getObject("id", UUID.class),
                JobKind.valueOf(row.getString("kind")),
                JobState.valueOf(row.getString("state")),
                row.getString("parameters"),
                row.getString("position"),
                row.getLong("done"),
                row.getLong("total"),
                counts,
                row.getObject("create_time", OffsetDateTime.class).toInstant(),
                instant(row, "start_time"),
                instant(row, "end_time"),
                row.getString("failure"),
                row.getBoolean("cancel_requested"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
