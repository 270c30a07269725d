package io.smartcrm.customer.consent;

import io.smartcrm.customer.journal.JournaledTable;
import io.smartcrm.customer.journal.RecordChange;
import io.smartcrm.customer.journal.Reversible;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Takes back what an import said for customers: its words go, and the last one of those that are left counts. */
@ApplicationScoped
class ConsentReversal implements Reversible {
    private final Outbox outbox;

    ConsentReversal(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "consent_record";
    }

    @Override
    public int turn() {
        return 30;
    }

    @Override
    public int atOnce() {
        return 5_000;
    }

    @Override
    public long undo(Connection connection, List<RecordChange> changes) throws SQLException {
        var table = new ConsentTable(connection);
        List<UUID> records = JournaledTable.idsOf(changes);
        table.lockCustomers(table.customersOf(records));
        List<ConsentWord> gone = table.delete(records);
        List<OutboxEvent> events = new ArrayList<>();
        table.takeOver(gone).forEach(word -> events.add(ConsentEvents.back(word)));
        table.silence(gone).forEach(word -> events.add(ConsentEvents.silent(word)));
        outbox.append(connection, events);
        return changes.size();
    }
}
