package io.smartcrm.forecast.run;

import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.forecasting.Reconciliation;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs in the database, on one JDBC connection. */
final class RunTable {
    private static final String INSERT = """
            insert into forecast_run
                (id, state, horizon, reconciliation, method, method_version, code_version, create_time, principal, request_id)
            values (?, 'WAITING', ?, ?, ?, ?::int, ?, ?, ?, ?)
            on conflict (principal, request_id) where request_id <> '' do nothing""";
    private static final String FIND = "select * from forecast_run where id = ?";
    private static final String ASKED = "select * from forecast_run where principal = ? and request_id = ?";
    private static final String LATEST =
            "select * from forecast_run where state = 'SUCCEEDED' order by id desc limit 1";
    private static final String LIST = "select * from forecast_run order by id desc limit ?";
    private static final String LIST_AFTER = "select * from forecast_run where id < ? order by id desc limit ?";
    private static final String OPEN =
            "select * from forecast_run where state in ('WAITING', 'RUNNING') order by id limit ?";
    private static final String START = """
            update forecast_run set
                state = 'RUNNING', start_time = coalesce(start_time, ?), first_week = coalesce(first_week, ?),
                data_time = coalesce(data_time, (select event_time from series_state)), total = ?
            where id = ? and state in ('WAITING', 'RUNNING')
            returning *""";
    private static final String ADVANCE =
            "update forecast_run set done = done + ? where id = ? returning cancel_requested";
    private static final String END = """
            update forecast_run set state = ?, end_time = ?, failure = ?
            where id = ? and state in ('WAITING', 'RUNNING')""";
    private static final String CANCEL = """
            update forecast_run set
                cancel_requested = true,
                state = case state when 'WAITING' then 'CANCELLED' else state end,
                end_time = case state when 'WAITING' then ? else end_time end
            where id = ? and state in ('WAITING', 'RUNNING')""";
    private static final String RESUME = """
            update forecast_run set state = 'WAITING', cancel_requested = false, end_time = null, failure = ''
            where id = ? and state in ('CANCELLED', 'FAILED')""";
    private static final String DROP_OLD_RESULTS = """
            delete from forecast_result where run_id in (
                select id from forecast_run where state = 'SUCCEEDED' order by id desc offset ?)""";

    private final Connection connection;

    RunTable(Connection connection) {
        this.connection = connection;
    }

    /** False when the request asked before. */
    boolean insert(UUID id, RunWish wish, String codeVersion, Instant now, String principal, String requestId)
            throws SQLException {
        return update(
                        INSERT,
                        id,
                        wish.horizon(),
                        wish.reconciliation().name(),
                        wish.method().id(),
                        wish.methodVersion().orElse(null),
                        codeVersion,
                        time(now),
                        principal,
                        requestId)
                == 1;
    }

    Optional<ForecastRun> find(UUID id) throws SQLException {
        return query(FIND, id).stream().findFirst();
    }

    Optional<ForecastRun> asked(String principal, String requestId) throws SQLException {
        return query(ASKED, principal, requestId).stream().findFirst();
    }

    /** The last one that succeeded. */
    Optional<ForecastRun> latest() throws SQLException {
        return query(LATEST).stream().findFirst();
    }

    /** Newest first. */
    List<ForecastRun> list(Optional<UUID> after, int limit) throws SQLException {
        return after.isPresent() ? query(LIST_AFTER, after.get(), limit) : query(LIST, limit);
    }

    /** Those that wait or run, oldest first. */
    List<ForecastRun> open(int limit) throws SQLException {
        return query(OPEN, limit);
    }

    /** The run as it now is at work; empty when it ended meanwhile. */
    Optional<ForecastRun> start(UUID id, LocalDate firstWeek, long total, Instant now) throws SQLException {
        return query(START, time(now), firstWeek, total, id).stream().findFirst();
    }

    /** Whether it is to be cancelled. */
    boolean advance(UUID id, long series) throws SQLException {
        try (PreparedStatement statement = prepare(ADVANCE, series, id);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    void end(UUID id, RunState state, String failure, Instant now) throws SQLException {
        update(END, state.name(), time(now), failure, id);
    }

    void cancel(UUID id, Instant now) throws SQLException {
        update(CANCEL, time(now), id);
    }

    void resume(UUID id) throws SQLException {
        update(RESUME, id);
    }

    void dropResultsBefore(int latest) throws SQLException {
        update(DROP_OLD_RESULTS, latest);
    }

    private List<ForecastRun> query(String sql, @Nullable Object... parameters) throws SQLException {
        List<ForecastRun> runs = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                runs.add(run(rows));
            }
        }
        return runs;
    }

    private static ForecastRun run(ResultSet row) throws SQLException {
        return new ForecastRun(
                row.getObject("id", UUID.class),
                RunState.valueOf(row.getString("state")),
                new RunWish(
                        row.getInt("horizon"),
                        Reconciliation.valueOf(row.getString("reconciliation")),
                        Method.named(row.getString("method")),
                        Optional.ofNullable(row.getObject("method_version", Integer.class))),
                row.getString("code_version"),
                Optional.ofNullable(row.getObject("first_week", LocalDate.class)),
                instant(row, "data_time"),
                row.getLong("done"),
                row.getLong("total"),
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
