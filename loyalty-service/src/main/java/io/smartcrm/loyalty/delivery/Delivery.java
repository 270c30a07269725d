package io.smartcrm.loyalty.delivery;

import io.quarkus.scheduler.Scheduled;
import io.smartcrm.loyalty.campaign.DefinitionFormat;
import io.smartcrm.loyalty.decision.LetterFacts;
import io.smartcrm.loyalty.delivery.ActionRecord.State;
import io.smartcrm.loyalty.delivery.Execution.Effect;
import io.smartcrm.loyalty.programme.Programmes;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what is due within our own database, with the mark that it is done: once, whatever breaks. */
@ApplicationScoped
class Delivery {
    private static final int TOGETHER = 200;

    private final Database database;
    private final DefinitionFormat format;
    private final Programmes programmes;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    Delivery(Database database, DefinitionFormat format, Programmes programmes, Outbox outbox) {
        this.database = database;
        this.format = format;
        this.programmes = programmes;
        this.outbox = outbox;
    }

    /** Blocks, on a worker thread of the scheduler. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deliverAll() {
        int some;
        do {
            Instant expiry = programmes.expiry(clock.instant());
            some = database.transaction(connection -> deliverSome(connection, format, outbox, clock, expiry));
        } while (some == TOGETHER);
    }

    static int deliverSome(Connection connection, DefinitionFormat format, Outbox outbox, Clock clock, Instant expiry)
            throws SQLException {
        // Until the transaction ends nobody is erased: an erasure would wait for the rows, and this for the erasure.
        ErasedCustomers.among(connection, Set.of());
        var table = new ActionTable(connection);
        Instant now = clock.instant();
        List<ActionRecord> due = table.due(now, false, TOGETHER);
        if (due.isEmpty()) {
            return 0;
        }
        Assignments assignments = Assignments.of(connection, format, due, now);
        var execution = new Execution(connection, clock, expiry);
        List<OutboxEvent> events = new ArrayList<>();
        for (ActionRecord record : due) {
            Optional<String> objection = assignments.objection(record);
            if (objection.isPresent()) {
                table.end(record, State.CANCELLED, objection.get(), Optional.empty(), now);
                continue;
            }
            Action action = assignments.action(record);
            Effect effect = execution.carryOut(
                    record, action, assignments.definition(record).name());
            if (effect.refused().isPresent()) {
                table.end(record, State.FAILED, effect.refused().get(), Optional.empty(), now);
            } else if (action instanceof Action.Email || action instanceof Action.Task) {
                table.ordered(record);
                events.add(ordered(connection, table, assignments, record, now));
            } else {
                table.end(record, State.DONE, effect.made(), effect.points(), now);
                events.add(ActionEvents.done(record, action, now));
            }
        }
        outbox.append(connection, events);
        return due.size();
    }

    private static OutboxEvent ordered(
            Connection connection, ActionTable table, Assignments assignments, ActionRecord record, Instant now)
            throws SQLException {
        if (assignments.action(record) instanceof Action.Task task) {
            return ActionEvents.ordered(record, task);
        }
        var email = (Action.Email) assignments.action(record);
        Map<String, String> facts = new HashMap<>(LetterFacts.of(connection, record.customer(), now));
        table.voucher(record).ifPresent(code -> facts.put("voucher", code));
        facts.keySet().retainAll(email.places());
        return ActionEvents.ordered(
                record, email, assignments.definition(record).limits().consent().orElse(""), facts);
    }
}
