package io.smartcrm.customer.privacy;

import io.smartcrm.customer.audit.AuditEntry;
import io.smartcrm.customer.audit.AuditLog;
import io.smartcrm.customer.holding.CustomerHolding;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Takes persons out of customers: names, identities and keys go, with all that was said; what was bought stays, under an
 * id that leads to nobody. Blocks: for worker threads.
 */
@ApplicationScoped
public class Anonymisations {
    private final Erasures erasures;
    private final Clock clock = Clock.systemUTC();

    Anonymisations(Erasures erasures) {
        this.erasures = erasures;
    }

    /**
     * Within the caller's transaction: the customer and all merged into it, with the events that tell the other services.
     *
     * @param rpc whose deed it is, for the audit log
     * @param purpose why
     */
    public void anonymise(Connection connection, UUID customer, String rpc, String purpose) throws SQLException {
        List<UUID> line = PersonLine.lock(connection, customer);
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
                        clock.instant()));
    }
}
