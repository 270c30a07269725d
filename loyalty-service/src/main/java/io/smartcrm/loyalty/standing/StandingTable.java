package io.smartcrm.loyalty.standing;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.standing.Standing.Known;
import io.smartcrm.loyalty.standing.Standing.Looked;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Standings in PostgreSQL. */
final class StandingTable {
    private static final String DUE = """
            insert into lifecycle_standing (customer_id, due_time)
            select customer_id, '-infinity' from unnest(?::uuid[]) as concerned (customer_id) order by customer_id
            on conflict (customer_id) do update set due_time = '-infinity'""";
    private static final String AS_OF =
            "select least(max(order_time), now()) as time from activity_order having count(*) > 0";
    private static final String NEXT = """
            with due as (
                select customer_id, state, since from lifecycle_standing where due_time <= ?
                order by due_time limit ? for update skip locked)
            select due.*, (
                select array_agg(sale.order_time order by sale.order_time) from activity_order sale
                where sale.kind = 'SALE' and sale.customer_id = due.customer_id) as sales
            from due""";
    private static final String PUT = """
            update lifecycle_standing standing set state = looked.state, since = looked.since, due_time = looked.due_time
            from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::timestamptz[])
                as looked (customer_id, state, since, due_time)
            where standing.customer_id = looked.customer_id""";
    private static final String FORGET = "delete from lifecycle_standing where customer_id = any (?)";
    private static final String PASSED = """
            insert into lifecycle_transition (customer_id, from_state, to_state, change_time)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[])
            on conflict do nothing""";

    private final Connection connection;

    StandingTable(Connection connection) {
        this.connection = connection;
    }

    /** @param customers in their order, so that writers wait for each other rather than block each other */
    void due(Collection<UUID> customers) throws SQLException {
        if (!customers.isEmpty()) {
            Rows.of(connection, customers).column("uuid", id -> id).update(DUE);
        }
    }

    /** The latest order known, until when silence counts; empty while there is none. */
    Optional<Instant> asOf() throws SQLException {
        return Rows.none(connection).first(AS_OF, row -> Rows.time(row, "time"));
    }

    /** Some that are due; locked. */
    List<Standing> next(Instant asOf, int limit) throws SQLException {
        return Rows.none(connection).value(asOf).value(limit).query(NEXT, StandingTable::standing);
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Optional<String> state = Optional.ofNullable(row.getString("state"));
        Optional<Instant> since = Rows.optionalTime(row, "since");
        Array sales = row.getArray("sales");
        return new Standing(
                row.getObject("customer_id", UUID.class),
                state.flatMap(name -> since.map(time -> new Known(LifecycleState.Name.valueOf(name), time))),
                sales == null
                        ? List.of()
                        : Arrays.stream((Timestamp[]) sales.getArray())
                                .map(Timestamp::toInstant)
                                .toList());
    }

    void put(List<Looked> looked) throws SQLException {
        Rows.of(connection, looked)
                .column("uuid", Looked::customer)
                .column("text", look -> look.state().name().name())
                .times(look -> look.state().since())
                .column("timestamptz", look -> look.due().map(Instant::toString).orElse("infinity"))
                .update(PUT);
    }

    /** Those who bought nothing after all. */
    void forget(List<UUID> customers) throws SQLException {
        Rows.of(connection, customers).column("uuid", id -> id).update(FORGET);
    }

    void passed(List<Transition> transitions) throws SQLException {
        Rows.of(connection, transitions)
                .column("uuid", Transition::customer)
                .column("text", transition -> transition.from().name())
                .column("text", transition -> transition.to().name())
                .times(Transition::time)
                .update(PASSED);
    }
}
