package io.smartcrm.customer.interaction;

import static java.util.stream.Collectors.toSet;

import io.smartcrm.customer.journal.JournaledTable;
import io.smartcrm.customer.journal.RecordChange;
import io.smartcrm.customer.journal.Reversible;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Takes back the interactions that an import told, whosever they turned out to be since. A message of which more was
 * reported stays. Those who were only named in them stay unknown users.
 */
@ApplicationScoped
class InteractionReversal implements Reversible {
    private final Outbox outbox;

    InteractionReversal(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return "interaction";
    }

    @Override
    public int turn() {
        return 15;
    }

    /** The partitions are planned for once a transaction, and an archive is long. */
    @Override
    public int atOnce() {
        return 5_000;
    }

    @Override
    public long undo(Connection connection, List<RecordChange> changes) throws SQLException {
        PeopleTable.begin(connection);
        var table = new InteractionTable(connection);
        List<InteractionId> ids =
                JournaledTable.idsOf(changes).stream().map(InteractionId::new).toList();
        List<Interaction> gone = table.deleteUnreported(ids);
        new MessageTable(connection)
                .release(gone.stream()
                        .map(Interaction::messageId)
                        .filter(message -> !message.isEmpty())
                        .map(MessageTable::name)
                        .collect(toSet()));
        outbox.append(connection, InteractionEvents.takenBack(gone));
        return changes.size() - table.count(ids);
    }
}
