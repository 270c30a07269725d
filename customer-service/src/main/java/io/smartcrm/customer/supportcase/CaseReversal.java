package io.smartcrm.customer.supportcase;

import static java.util.stream.Collectors.toMap;

import io.smartcrm.customer.journal.JournaledTable;
import io.smartcrm.customer.journal.RecordChange;
import io.smartcrm.customer.journal.RecordChange.Undoing;
import io.smartcrm.customer.journal.Reversible;
import io.smartcrm.customer.sentiment.CaseSentiments;
import io.smartcrm.customer.supportcase.CaseTable.Sealed;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes back what an import did to cases; those that went on since stay. */
@ApplicationScoped
class CaseReversal implements Reversible {
    private static final String DELETE = "delete from support_case where id = any (?)";

    private final CaseSentiments sentiments;
    private final Outbox outbox;

    CaseReversal(CaseSentiments sentiments, Outbox outbox) {
        this.sentiments = sentiments;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "support_case";
    }

    @Override
    public int turn() {
        return 20;
    }

    @Override
    public long undo(Connection connection, List<RecordChange> changes) throws SQLException {
        var journaled = new JournaledTable(connection, kind());
        var todo = journaled.lock(changes);
        var cases = new CaseTable(connection);
        var figures = new FigureChanges();
        List<OutboxEvent> events = new ArrayList<>();
        List<UUID> gone = JournaledTable.idsOf(todo.getOrDefault(Undoing.DELETE, List.of()));
        for (SupportCase went : found(cases, gone).values()) {
            figures.add(CaseFigures.removal(went));
            events.add(SupportCaseEvents.erased(went));
        }
        sentiments.forget(connection, gone);
        journaled.execute(DELETE, gone);
        List<RecordChange> restored = todo.getOrDefault(Undoing.RESTORE, List.of());
        Map<CaseId, SupportCase> before = found(cases, JournaledTable.idsOf(restored));
        journaled.restore(restored);
        for (SupportCase after : found(cases, JournaledTable.idsOf(restored)).values()) {
            figures.add(CaseFigures.change(Optional.ofNullable(before.get(after.id())), after));
            events.add(SupportCaseEvents.changed(after));
        }
        new FigureTable(connection).book(figures.sum());
        outbox.append(connection, events);
        return (long) gone.size()
                + restored.size()
                + todo.getOrDefault(Undoing.NOTHING, List.of()).size();
    }

    private static Map<CaseId, SupportCase> found(CaseTable cases, List<UUID> ids) throws SQLException {
        return cases.lock(ids.stream().map(CaseId::new).toList()).stream()
                .map(Sealed::found)
                .collect(toMap(SupportCase::id, found -> found));
    }
}
