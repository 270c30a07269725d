package io.smartcrm.loyalty.delivery;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Action;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Actions in PostgreSQL. */
public final class ActionTable {
    private static final String SELECT = """
            select action.*, decision.occasion from strategy_action action
            join strategy_decision decision on decision.id = action.decision_id""";
    /** Those of strategies that run, whose earlier steps are done or over. */
    private static final String DUE = SELECT + """
             join strategy on strategy.id = action.strategy_id and strategy.state = 'ACTIVE'
            where action.state = 'DUE' and action.due_time <= ? and (action.kind = 'WEBHOOK') = ?
                and not exists (select from strategy_action earlier where earlier.decision_id = action.decision_id
                    and earlier.position < action.position and earlier.state = 'DUE')
            order by action.due_time limit ? for update of action skip locked""";

    private static final String END = """
            update strategy_action set state = ?, outcome = ?, points = coalesce(?, points), end_time = ?
            where id = ? and state in ('DUE', 'ORDERED')""";
    private static final String ORDERED = "update strategy_action set state = 'ORDERED' where id = ? and state = 'DUE'";
    private static final String VOUCHER = """
            select outcome from strategy_action where decision_id = ? and kind = 'VOUCHER' and state = 'DONE'
            order by position desc limit 1""";
    private static final String TRY = """
            update strategy_action set attempts = attempts + 1, due_time = ? where id = any (?)""";
    private static final String AGAIN = """
            update strategy_action set outcome = ?, due_time = ? where id = ? and state = 'DUE'""";
    private static final String OF_CUSTOMER =
            SELECT + " where action.customer_id = ? and action.id < ? order by action.id desc limit ?";
    private static final String OF_STRATEGY = SELECT + """
             where action.strategy_id = ? and action.id < ? and action.state = coalesce(?::text, action.state)
            order by action.id desc limit ?""";
    /** Above every id: the first page begins before it. */
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Connection connection;

    public ActionTable(Connection connection) {
        this.connection = connection;
    }

    /** The first that are due; locked. */
    List<ActionRecord> due(Instant now, boolean webhooks, int limit) throws SQLException {
        return Rows.none(connection).value(now).value(webhooks).value(limit).query(DUE, ActionTable::action);
    }

    void ordered(ActionRecord action) throws SQLException {
        Rows.none(connection).value(action.id()).update(ORDERED);
    }

    /** The code that an earlier step of the same decision gave. */
    Optional<String> voucher(ActionRecord action) throws SQLException {
        return Rows.none(connection).value(action.decision()).first(VOUCHER, row -> row.getString(1));
    }

    /** @param points what it gave, when that was not known before */
    void end(ActionRecord action, ActionRecord.State state, String outcome, Optional<Long> points, Instant now)
            throws SQLException {
        end(action.id(), state, outcome, points, now);
    }

    /** Does nothing when it is over already. */
    void end(UUID action, ActionRecord.State state, String outcome, Optional<Long> points, Instant now)
            throws SQLException {
        Rows.none(connection)
                .value(state.name())
                .value(outcome)
                .value(points.orElse(null))
                .value(now)
                .value(action)
                .update(END);
    }

    /** Takes actions for an attempt; nobody else takes them before the lease ends. */
    void attempt(List<ActionRecord> actions, Instant leaseEnd) throws SQLException {
        Rows.of(connection, actions)
                .value(leaseEnd)
                .column("uuid", ActionRecord::id)
                .update(TRY);
    }

    void again(ActionRecord action, String outcome, Instant next) throws SQLException {
        Rows.none(connection).value(outcome).value(next).value(action.id()).update(AGAIN);
    }

    /**
     * The newest first.
     *
     * @param before the last id of the page before; empty for the first page
     */
    public List<ActionRecord> ofCustomer(UUID customer, Optional<UUID> before, int limit) throws SQLException {
        return Rows.none(connection)
                .value(customer)
                .value(before.orElse(AFTER_ALL))
                .value(limit)
                .query(OF_CUSTOMER, ActionTable::action);
    }

    /** As {@link #ofCustomer}; all states when none is given. */
    public List<ActionRecord> ofStrategy(
            UUID strategy, Optional<ActionRecord.State> state, Optional<UUID> before, int limit) throws SQLException {
        return Rows.none(connection)
                .value(strategy)
                .value(before.orElse(AFTER_ALL))
                .value(state.map(Enum::name).orElse(null))
                .value(limit)
                .query(OF_STRATEGY, ActionTable::action);
    }

    private static ActionRecord action(ResultSet row) throws SQLException {
        return new ActionRecord(
                row.getObject("id", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getObject("strategy_id", UUID.class),
                row.getLong("version"),
                row.getInt("position"),
                row.getObject("customer_id", UUID.class),
                row.getString("occasion"),
                Action.Kind.valueOf(row.getString("kind")),
                ActionRecord.State.valueOf(row.getString("state")),
                row.getString("outcome"),
                row.getInt("attempts"),
                Rows.time(row, "due_time"),
                Rows.time(row, "create_time"),
                Rows.optionalTime(row, "end_time"));
    }
}
