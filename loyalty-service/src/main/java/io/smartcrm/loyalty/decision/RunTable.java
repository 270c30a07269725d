package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Runs by the clock in PostgreSQL: one for each time that a strategy is due, taken up again where it was left. */
final class RunTable {
    private static final String OPEN = """
            insert into strategy_run (strategy_id, slot_time) values (?, ?) on conflict do nothing""";
    private static final String LOCK = """
            select after_customer, counted from strategy_run where strategy_id = ? and slot_time = ? and not done
            for update""";
    private static final String WAITING = """
            select strategy_id, slot_time from strategy_run where not done order by slot_time""";
    private static final String MOVE = """
            update strategy_run set after_customer = ?, counted = true, done = ? where strategy_id = ? and slot_time = ?""";

    private final Connection connection;

    RunTable(Connection connection) {
        this.connection = connection;
    }

    /** A strategy's turn at a time. */
    record Turn(UUID strategy, Instant slot) {}

    /** @param after the last customer looked at */
    record Place(UUID after, boolean counted) {}

    void open(Turn turn) throws SQLException {
        Rows.none(connection).value(turn.strategy()).value(turn.slot()).update(OPEN);
    }

    List<Turn> waiting() throws SQLException {
        return Rows.none(connection)
                .query(WAITING, row -> new Turn(row.getObject(1, UUID.class), Rows.time(row, "slot_time")));
    }

    /** Empty when it is over. */
    Optional<Place> lock(Turn turn) throws SQLException {
        return Rows.none(connection)
                .value(turn.strategy())
                .value(turn.slot())
                .first(LOCK, row -> new Place(row.getObject(1, UUID.class), row.getBoolean(2)));
    }

    void move(Turn turn, UUID after, boolean done) throws SQLException {
        Rows.none(connection)
                .value(after)
                .value(done)
                .value(turn.strategy())
                .value(turn.slot())
                .update(MOVE);
    }
}
