package io.smartcrm.loyalty.occasion;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.strategy.Trigger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Occasions that wait for a decision. They are noted only while a strategy listens. */
public final class OccasionTable {
    /** What is older is history, told by an import or a read model that is built again: nobody wants a late answer to it. */
    public static final Duration FRESH = Duration.ofDays(3);

    private static final String NOTE = """
            insert into strategy_occasion (kind, strategy_id, customer_id, name, occur_time, from_name, to_name, amount)
            select told.* from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::timestamptz[], ?::text[], ?::text[],
                ?::bigint[]) as told (kind, strategy_id, customer_id, name, occur_time, from_name, to_name, amount)
            where exists (select from strategy where state = 'ACTIVE' and listens = told.kind)""";
    private static final String NEXT = """
            select * from strategy_occasion order by id limit ? for update skip locked""";
    private static final String DONE = "delete from strategy_occasion where id = any (?)";

    private final Connection connection;

    public OccasionTable(Connection connection) {
        this.connection = connection;
    }

    /** Those that are history are left out. */
    public void note(Collection<Occasion> occasions, Instant now) throws SQLException {
        List<Occasion> fresh = occasions.stream()
                .filter(occasion -> occasion.time().isAfter(now.minus(FRESH)))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        Rows.of(connection, fresh)
                .column("text", occasion -> occasion.kind().name())
                .column("uuid", occasion -> occasion.strategy().orElse(null))
                .column("uuid", Occasion::customer)
                .column("text", Occasion::name)
                .times(Occasion::time)
                .column("text", Occasion::from)
                .column("text", Occasion::to)
                .column("bigint", occasion -> occasion.amount().orElse(null))
                .update(NOTE);
    }

    /** An occasion and its place in the queue. */
    public record Waiting(long id, Occasion occasion) {}

    /** The first of those that wait; locked. */
    public List<Waiting> next(int limit) throws SQLException {
        return Rows.none(connection).value(limit).query(NEXT, OccasionTable::waiting);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("id"),
                new Occasion(
                        Trigger.Kind.valueOf(row.getString("kind")),
                        Rows.optional(row, "strategy_id", UUID.class),
                        row.getObject("customer_id", UUID.class),
                        row.getString("name"),
                        Rows.time(row, "occur_time"),
                        row.getString("from_name"),
                        row.getString("to_name"),
                        Rows.optional(row, "amount", Long.class)));
    }

    public void done(Collection<Waiting> decided) throws SQLException {
        Rows.of(connection, decided).column("bigint", Waiting::id).update(DONE);
    }
}
