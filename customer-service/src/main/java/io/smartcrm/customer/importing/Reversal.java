package io.smartcrm.customer.importing;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.smartcrm.customer.journal.JournalTable;
import io.smartcrm.customer.journal.RecordChange;
import io.smartcrm.customer.journal.Reversible;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Takes an import back, a page of records a transaction: what it created goes, what it changed is as it was before,
 * unless it changed since or others use it. Facts go before those that they are about.
 */
@ApplicationScoped
class Reversal {
    private final List<Reversible> tables;
    private final Clock clock = Clock.systemUTC();

    Reversal(@All List<Reversible> tables) {
        this.tables = tables.stream()
                .sorted(Comparator.comparingInt(Reversible::turn))
                .toList();
    }

    /** Runs until all is back, or until it is to pause: then it goes on another time. */
    void run(Connection connection, Import job, BooleanSupplier paused) throws SQLException {
        var jobs = new ImportTable(connection);
        for (Reversible table : tables) {
            while (page(connection, job, table)) {
                if (paused.getAsBoolean()) {
                    return;
                }
            }
        }
        new JournalTable(connection).forget(job.id().value());
        jobs.endRevert(job.id(), clock.instant());
        connection.commit();
        Log.infof("Import %s was taken back", job.id());
    }

    private static boolean page(Connection connection, Import job, Reversible table) throws SQLException {
        var changes = new JournalTable(connection);
        List<RecordChange> page = changes.page(job.id().value(), table.kind(), table.atOnce());
        if (page.isEmpty()) {
            connection.rollback();
            return false;
        }
        long reverted = table.undo(connection, page);
        changes.delete(job.id().value(), table.kind(), page);
        new ImportTable(connection).reverted(job.id(), new Import.Reverted(reverted, page.size() - reverted));
        connection.commit();
        return true;
    }
}
