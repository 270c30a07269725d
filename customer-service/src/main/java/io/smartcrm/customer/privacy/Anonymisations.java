package io.smartcrm.customer.privacy;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smartcrm.customer.audit.AuditEntry;
import io.smartcrm.customer.audit.AuditLog;
import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.outbox.Database;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes persons out of customers: names, identities and keys go, with all that was said; what was bought stays, under an
 * id that leads to nobody. The ledger makes sure that it is so in a database of an earlier time as well. Blocks: for worker
 * threads.
 */
@ApplicationScoped
public class Anonymisations {
    private static final String AGAIN = "applied again to a restored database";
    private static final String RPC = "smartcrm.customer.v1.RetentionService/StartRetentionRun";

    private final Database database;
    private final Erasures erasures;
    private final ErasureLedger ledger;
    private final Clock clock = Clock.systemUTC();

    Anonymisations(Database database, Erasures erasures, ErasureLedger ledger) {
        this.database = database;
        this.erasures = erasures;
        this.ledger = ledger;
    }

    /**
     * Within the caller's transaction: the customers and all merged into them, with the events that tell the other services.
     *
     * @param customers some, none of them merged into another
     * @param rpc whose deed it is, for the audit log
     * @param purpose why
     * @return what to {@link #remember}
     */
    public UUID anonymise(Connection connection, List<UUID> customers, String rpc, String purpose) throws SQLException {
        List<UUID> all = new ArrayList<>();
        for (UUID customer : customers) {
            List<UUID> line = PersonLine.lock(connection, customer);
            anonymise(connection, customer, line, rpc, purpose);
            all.addAll(line);
        }
        var deed = new ErasureLedger.Line(
                ErasureLedger.Deed.ANONYMISE,
                TimeOrderedId.next(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                all);
        new AnonymisationTable(connection).insert(deed, purpose);
        return deed.id();
    }

    /** To be called once the transaction is committed. */
    public void remember(UUID anonymisation) {
        ledger.append(database.transaction(connection -> new AnonymisationTable(connection).find(anonymisation))
                .orElseThrow());
    }

    /** As {@link Erasures#onStart}. */
    void onStart(@Observes StartupEvent event) {
        List<ErasureLedger.Line> known = database.transaction(connection -> new AnonymisationTable(connection).all());
        List<ErasureLedger.Line> written = ledger.read(ErasureLedger.Deed.ANONYMISE);
        Set<UUID> inLedger = ids(written);
        Set<UUID> inDatabase = ids(known);
        known.stream().filter(line -> !inLedger.contains(line.id())).forEach(ledger::append);
        written.stream().filter(line -> !inDatabase.contains(line.id())).forEach(this::anonymiseAgain);
    }

    private void anonymiseAgain(ErasureLedger.Line line) {
        database.transaction(connection -> {
            for (UUID customer : line.customers()) {
                anonymise(connection, customer, List.of(customer), RPC, AGAIN);
            }
            new AnonymisationTable(connection).insert(line, AGAIN);
            return line;
        });
        Log.infof("Anonymisation %s was applied again to a restored database", line.id());
    }

    private void anonymise(Connection connection, UUID customer, List<UUID> line, String rpc, String purpose)
            throws SQLException {
        Instant now = clock.instant();
        long records = Erasures.forgetAnswers(connection, line);
        for (CustomerHolding holding : erasures.holdings()) {
            for (UUID one : line) {
                records += holding.anonymise(connection, one);
            }
        }
        AuditLog.append(
                connection,
                AuditEntry.ofService(
                        new AuditEntry.Deed(
                                rpc,
                                true,
                                "customer",
                                customer.toString(),
                                customer.toString(),
                                List.of("ANONYMISE"),
                                "",
                                records),
                        purpose,
                        now));
    }

    private static Set<UUID> ids(List<ErasureLedger.Line> lines) {
        return new HashSet<>(lines.stream().map(ErasureLedger.Line::id).toList());
    }
}
