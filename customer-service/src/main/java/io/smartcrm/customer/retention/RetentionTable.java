package io.smartcrm.customer.retention;

import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.retention.RetentionRun.State;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rules and their runs in the database, on one JDBC connection. */
final class RetentionTable {
    private static final String INSERT_RULE =
            "insert into retention_rule (id, kind, action, age_days, active, create_time) values (?, ?, ?, ?, ?, ?)";
    /** Two rules that contradict each other must not come at once. */
    private static final String LOCK_RULES = "lock table retention_rule in share row exclusive mode";

    private static final String RULES = "select * from retention_rule order by create_time, id";
    private static final String RULE = "select * from retention_rule where id = ?";
    private static final String DELETE_RULE = "delete from retention_rule where id = ?";
    private static final String INSERT_RUN = """
            insert into retention_run (id, rule_id, state, before_time, create_time) values (?, ?, 'WAITING', ?, ?)
            returning *""";
    private static final String RUN = "select * from retention_run where id = ?";
    private static final String LIST_RUNS = """
            select * from retention_run where (?::uuid is null or rule_id = ?) and (create_time, id) < (?, ?)
            order by create_time desc, id desc limit ?""";
    private static final TimePosition NEWEST =
            new TimePosition(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    /** Whoever works at a run holds its row. */
    private static final String CLAIM = """
            select * from retention_run where state in ('WAITING', 'RUNNING')
            order by create_time, id limit 1 for update skip locked""";

    private static final String PROGRESS = """
            update retention_run set state = 'RUNNING', total_records = ?, done_records = ?, position = ? where id = ?""";
    private static final String END = "update retention_run set state = ?, end_time = ?, failure = ? where id = ?";
    private static final String CANCEL = """
            update retention_run set cancel_requested = true where id = ? and state in ('WAITING', 'RUNNING')""";
    private static final String DUE = """
            select * from retention_rule rule where active and not exists (
                select from retention_run where rule_id = rule.id and create_time > ?)""";

    private final Connection connection;

    RetentionTable(Connection connection) {
        this.connection = connection;
    }

    void insert(RetentionRule rule) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_RULE)) {
            statement.setObject(1, rule.id());
            statement.setString(2, rule.kind().name());
            statement.setString(3, rule.action().name());
            statement.setInt(4, rule.ageDays());
            statement.setBoolean(5, rule.active());
            statement.setObject(6, time(rule.createTime()));
            statement.executeUpdate();
        }
    }

    /** All rules; nobody adds one until the transaction ends. */
    List<RetentionRule> lockRules() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_RULES)) {
            statement.execute();
        }
        return rules();
    }

    List<RetentionRule> rules() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RULES)) {
            return rules(statement);
        }
    }

    /** Active rules without a run since. */
    List<RetentionRule> due(Instant since) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setObject(1, time(since));
            return rules(statement);
        }
    }

    Optional<RetentionRule> rule(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RULE)) {
            statement.setObject(1, id);
            return rules(statement).stream().findFirst();
        }
    }

    boolean deleteRule(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE_RULE)) {
            statement.setObject(1, id);
            return statement.executeUpdate() == 1;
        }
    }

    RetentionRun insertRun(UUID id, RetentionRule rule, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_RUN)) {
            statement.setObject(1, id);
            statement.setObject(2, rule.id());
            statement.setObject(3, time(rule.before(now)));
            statement.setObject(4, time(now));
            return runs(statement).get(0);
        }
    }

    Optional<RetentionRun> run(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RUN)) {
            statement.setObject(1, id);
            return runs(statement).stream().findFirst();
        }
    }

    /** Newest first. */
    List<RetentionRun> list(Optional<UUID> rule, Optional<TimePosition> after, int limit) throws SQLException {
        TimePosition last = after.orElse(NEWEST);
        try (PreparedStatement statement = connection.prepareStatement(LIST_RUNS)) {
            statement.setObject(1, rule.orElse(null));
            statement.setObject(2, rule.orElse(null));
            statement.setObject(3, time(last.time()));
            statement.setObject(4, last.id());
            statement.setInt(5, limit);
            return runs(statement);
        }
    }

    Optional<RetentionRun> claim() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            return runs(statement).stream().findFirst();
        }
    }

    void progress(UUID run, long total, long done, UUID position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setLong(1, total);
            statement.setLong(2, done);
            statement.setObject(3, position);
            statement.setObject(4, run);
            statement.executeUpdate();
        }
    }

    void end(UUID run, State state, Instant now, String failure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setString(1, state.name());
            statement.setObject(2, time(now));
            statement.setString(3, failure);
            statement.setObject(4, run);
            statement.executeUpdate();
        }
    }

    boolean cancel(UUID run) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CANCEL)) {
            statement.setObject(1, run);
            return statement.executeUpdate() == 1;
        }
    }

    private static List<RetentionRule> rules(PreparedStatement statement) throws SQLException {
        List<RetentionRule> rules = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rules.add(new RetentionRule(
                        row.getObject("id", UUID.class),
                        RetentionRule.Kind.valueOf(row.getString("kind")),
                        RetentionRule.Action.valueOf(row.getString("action")),
                        row.getInt("age_days"),
                        row.getBoolean("active"),
                        row.getObject("create_time", OffsetDateTime.class).toInstant()));
            }
        }
        return rules;
    }

    private static List<RetentionRun> runs(PreparedStatement statement) throws SQLException {
        List<RetentionRun> runs = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                runs.add(new RetentionRun(
                        row.getObject("id", UUID.class),
                        row.getObject("rule_id", UUID.class),
                        State.valueOf(row.getString("state")),
                        row.getObject("before_time", OffsetDateTime.class).toInstant(),
                        row.getLong("total_records"),
                        row.getLong("done_records"),
                        row.getObject("position", UUID.class),
                        row.getBoolean("cancel_requested"),
                        row.getObject("create_time", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("end_time", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getString("failure")));
            }
        }
        return runs;
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
