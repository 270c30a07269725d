package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.loyalty.strategy.Decision;
import io.smartcrm.loyalty.strategy.Definition.Step;
import io.smartcrm.wire.TimeOrderedId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decisions in PostgreSQL: each once, with its actions. */
final class DecisionTable {
    /** Any number, the same in all replicas: caps and priorities hold because one decides at a time. */
    private static final String LOCK = "select pg_advisory_xact_lock(3318405517920461)";

    private static final String KNOWN = """
            select asked.customer_id, asked.name from unnest(?::uuid[], ?::text[]) as asked (customer_id, name)
            where exists (select from strategy_decision made where made.strategy_id = ?
                and made.customer_id = asked.customer_id and made.occasion = asked.name)""";
    private static final String ACTED = """
            select count(*) from strategy_decision where strategy_id = ? and decide_time > ? and not held_out""";
    private static final String DECIDE = """
            insert into strategy_decision (strategy_id, version, contact, decide_time, id, customer_id, occasion, held_out)
            select ?, ?, ?, ?, made.* from unnest(?::uuid[], ?::uuid[], ?::text[], ?::boolean[]) as made""";
    private static final String ACT = """
            insert into strategy_action (strategy_id, version, state, create_time, id, decision_id, position, customer_id,
                kind, due_time, cost_minor_units, points)
            select ?, ?, 'DUE', ?, todo.* from unnest(?::uuid[], ?::uuid[], ?::integer[], ?::uuid[], ?::text[],
                ?::timestamptz[], ?::bigint[], ?::bigint[]) as todo""";
    private static final String PASS = """
            insert into strategy_pass as known (strategy_id, day, reason, customers)
            select ?, ?, * from unnest(?::text[], ?::bigint[])
            on conflict (strategy_id, day, reason) do update set customers = known.customers + excluded.customers""";

    private final Connection connection;
    private final Instant now;

    DecisionTable(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Until the transaction ends nobody else decides. */
    void lock() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }

    private record Key(UUID customer, String name) {}

    /** Those that nothing was decided on; of the same told twice the first. */
    List<Occasion> fresh(UUID strategy, List<Occasion> occasions) throws SQLException {
        Set<Key> known = new HashSet<>(Rows.of(connection, occasions)
                .column("uuid", Occasion::customer)
                .column("text", Occasion::name)
                .value(strategy)
                .query(KNOWN, row -> new Key(row.getObject(1, UUID.class), row.getString(2))));
        return occasions.stream()
                .filter(occasion -> known.add(new Key(occasion.customer(), occasion.name())))
                .toList();
    }

    /** For how many something was decided lately. */
    long acted(UUID strategy, Duration lately) throws SQLException {
        return Rows.none(connection)
                .value(strategy)
                .value(now.minus(lately))
                .first(ACTED, row -> row.getLong(1))
                .orElse(0L);
    }

    private record Made(UUID id, Decided decided) {}

    private record Todo(UUID decision, int position, UUID customer, Step step, Instant due) {
        long points() {
            return step.action() instanceof Action.Points grant ? grant.points() : 0;
        }
    }

    /** Answers how many decisions were made. */
    int write(Strategy strategy, List<Decided> decided) throws SQLException {
        List<Made> made = decided.stream()
                .filter(one -> !(one.decision() instanceof Decision.Pass))
                .map(one -> new Made(TimeOrderedId.next(), one))
                .toList();
        if (!made.isEmpty()) {
            decide(strategy, made);
            act(strategy, made);
        }
        pass(strategy, decided);
        return made.size();
    }

    private void decide(Strategy strategy, Collection<Made> made) throws SQLException {
        Rows.of(connection, made)
                .value(strategy.id())
                .value(strategy.version())
                .value(strategy.definition().contacts())
                .value(now)
                .column("uuid", Made::id)
                .column("uuid", one -> one.decided().occasion().customer())
                .column("text", one -> one.decided().occasion().name())
                .column("boolean", one -> one.decided().decision() instanceof Decision.HoldOut)
                .update(DECIDE);
    }

    private void act(Strategy strategy, Collection<Made> made) throws SQLException {
        List<Todo> todo = new ArrayList<>();
        for (Made one : made) {
            if (one.decided().decision() instanceof Decision.Act act) {
                List<Step> steps = strategy.definition().steps();
                for (int i = 0; i < steps.size(); i++) {
                    UUID customer = one.decided().occasion().customer();
                    todo.add(new Todo(one.id(), i, customer, steps.get(i), act.dueTime()));
                }
            }
        }
        Rows.of(connection, todo)
                .value(strategy.id())
                .value(strategy.version())
                .value(now)
                .column("uuid", one -> TimeOrderedId.next())
                .column("uuid", Todo::decision)
                .column("integer", Todo::position)
                .column("uuid", Todo::customer)
                .column("text", one -> one.step().action().kind().name())
                .times(Todo::due)
                .column("bigint", one -> one.step().costMinorUnits())
                .column("bigint", Todo::points)
                .update(ACT);
    }

    private void pass(Strategy strategy, List<Decided> decided) throws SQLException {
        Map<Decision.Reason, Long> reasons = new EnumMap<>(Decision.Reason.class);
        for (Decided one : decided) {
            if (one.decision() instanceof Decision.Pass pass) {
                reasons.merge(pass.reason(), 1L, Long::sum);
            }
        }
        if (!reasons.isEmpty()) {
            Rows.of(connection, reasons.entrySet())
                    .value(strategy.id())
                    .value(now.atOffset(ZoneOffset.UTC).toLocalDate())
                    .column("text", entry -> entry.getKey().name())
                    .column("bigint", Map.Entry::getValue)
                    .update(PASS);
        }
    }
}
