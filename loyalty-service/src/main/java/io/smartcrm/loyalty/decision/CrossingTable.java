package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.database.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Who is beyond the threshold of a strategy, and who came to be since the last look. */
final class CrossingTable {
    private static final String KNOWN = "select version, since from strategy_crossing where strategy_id = ?";
    private static final String BEGIN = """
            insert into strategy_crossing (strategy_id, version, since) values (?, ?, ?)
            on conflict (strategy_id) do update set version = excluded.version, since = excluded.since""";

    private final Connection connection;
    private final Strategy strategy;
    private final Beyond beyond;

    CrossingTable(Connection connection, Strategy strategy, Beyond beyond) {
        this.connection = connection;
        this.strategy = strategy;
        this.beyond = beyond;
    }

    /** Whether those who were beyond from the start are known. */
    boolean begun() throws SQLException {
        return Rows.none(connection)
                .value(strategy.id())
                .first(
                        KNOWN,
                        row -> row.getLong("version") == strategy.version()
                                && Rows.optionalTime(row, "since").equals(strategy.activateTime()))
                .orElse(false);
    }

    void begin() throws SQLException {
        Rows.none(connection).value(strategy.id()).update("delete from strategy_crossed where strategy_id = ?");
        Rows.none(connection)
                .value(strategy.id())
                .value(strategy.version())
                .value(strategy.activateTime().orElse(null))
                .update(BEGIN);
    }

    /** Those who came; of whom nothing is known for now, stays where he was. */
    List<UUID> look() throws SQLException {
        Rows.none(connection)
                .value(beyond.asOf())
                .value(beyond.threshold())
                .value(strategy.id())
                .update("delete from strategy_crossed crossed using (select " + beyond.customers(beyond.opposite())
                        + ") back where crossed.strategy_id = ? and crossed.customer_id = back.customer_id");
        return Rows.none(connection)
                .value(strategy.id())
                .value(beyond.asOf())
                .value(beyond.threshold())
                .query(
                        "insert into strategy_crossed (strategy_id, customer_id) select ?, "
                                + beyond.customers(beyond.operator())
                                + " on conflict do nothing returning customer_id",
                        row -> row.getObject(1, UUID.class));
    }
}
