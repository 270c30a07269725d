package io.smartcrm.loyalty.campaign;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Definition;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Strategies and their versions in PostgreSQL. */
public final class StrategyTable {
    private static final String SELECT = """
            select strategy.*, written.definition from strategy
            join strategy_version written on written.strategy_id = strategy.id and written.version = strategy.version""";
    private static final String INSERT = """
            insert into strategy (name, version, state, pause_reason, listens, priority, exclusion_group, reach,
                activate_time, create_time, update_time, etag, id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update strategy set name = ?, version = ?, state = ?, pause_reason = ?, listens = ?, priority = ?,
                exclusion_group = ?, reach = ?, activate_time = ?, create_time = ?, update_time = ?, etag = ?
            where id = ?""";
    private static final String WRITE = """
            insert into strategy_version (strategy_id, version, definition, author, create_time) values (?, ?, ?, ?, ?)""";
    private static final String VERSIONS = """
            select version, definition, author, create_time from strategy_version where strategy_id = ?
            order by version desc""";
    private static final String DECIDED = "update strategy set decisions = decisions + ? where id = ?";

    private final Connection connection;
    private final DefinitionFormat format;

    public StrategyTable(Connection connection, DefinitionFormat format) {
        this.connection = connection;
        this.format = format;
    }

    public Optional<Strategy> find(UUID id) throws SQLException {
        return Rows.none(connection).value(id).first(SELECT + " where strategy.id = ?", this::strategy);
    }

    public Optional<Strategy> lock(UUID id) throws SQLException {
        return Rows.none(connection)
                .value(id)
                .first(SELECT + " where strategy.id = ? for update of strategy", this::strategy);
    }

    /** Those that run; of which more than one wants a customer, the first goes first. */
    public List<Strategy> active() throws SQLException {
        return Rows.none(connection)
                .query(
                        SELECT + " where strategy.state = 'ACTIVE' order by strategy.priority desc, strategy.id",
                        this::strategy);
    }

    /** @param before the last id of the page before */
    List<Strategy> list(UUID before, int limit) throws SQLException {
        return Rows.none(connection)
                .value(before)
                .value(limit)
                .query(SELECT + " where strategy.id < ? order by strategy.id desc limit ?", this::strategy);
    }

    boolean named(String name, UUID other) throws SQLException {
        return Rows.none(connection)
                .value(name)
                .value(other)
                .first("select from strategy where lower(name) = lower(?) and id <> ?", row -> true)
                .orElse(false);
    }

    void insert(Strategy strategy) throws SQLException {
        values(strategy).update(INSERT);
    }

    public void update(Strategy strategy) throws SQLException {
        values(strategy).update(UPDATE);
    }

    private Rows<Object> values(Strategy strategy) {
        Definition definition = strategy.definition();
        return Rows.none(connection)
                .value(definition.name())
                .value(strategy.version())
                .value(strategy.state().name())
                .value(strategy.pauseReason())
                .value(definition.trigger().kind().name())
                .value(definition.priority())
                .value(definition
                        .limits()
                        .exclusion()
                        .map(Definition.Exclusion::group)
                        .orElse(null))
                .value(strategy.reach())
                .value(strategy.activateTime().orElse(null))
                .value(strategy.createTime())
                .value(strategy.updateTime())
                .value(strategy.etag())
                .value(strategy.id());
    }

    void write(Strategy strategy, String author) throws SQLException {
        Rows.none(connection)
                .value(strategy.id())
                .value(strategy.version())
                .value(format.write(strategy.definition()))
                .value(author)
                .value(strategy.updateTime())
                .update(WRITE);
    }

    /** A definition, who made it and when. */
    public record Version(long number, Definition definition, String author, Instant createTime) {}

    /** The newest first. */
    public List<Version> versions(UUID strategy) throws SQLException {
        return Rows.none(connection)
                .value(strategy)
                .query(
                        VERSIONS,
                        row -> new Version(
                                row.getLong("version"),
                                format.read(row.getBytes("definition")),
                                row.getString("author"),
                                Rows.time(row, "create_time")));
    }

    public void decided(UUID strategy, long decisions) throws SQLException {
        Rows.none(connection).value(decisions).value(strategy).update(DECIDED);
    }

    private Strategy strategy(ResultSet row) throws SQLException {
        return new Strategy(
                row.getObject("id", UUID.class),
                format.read(row.getBytes("definition")),
                row.getLong("version"),
                Strategy.State.valueOf(row.getString("state")),
                row.getString("pause_reason"),
                row.getLong("reach"),
                row.getLong("decisions"),
                Rows.optionalTime(row, "activate_time"),
                Rows.time(row, "create_time"),
                Rows.time(row, "update_time"),
                row.getLong("etag"));
    }
}
