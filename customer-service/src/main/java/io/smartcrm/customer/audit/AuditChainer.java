package io.smartcrm.customer.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chains the entries that wait, one after another. A lock of the database lets one chainer work at a time in all
 * replicas, so that the chain never forks.
 */
@ApplicationScoped
class AuditChainer {
    private final AgroalDataSource database;
    private final Outbox outbox;
    private final AuditConfig config;
    private final Clock clock = Clock.systemUTC();

    AuditChainer(AgroalDataSource database, Outbox outbox, AuditConfig config) {
        this.database = database;
        this.outbox = outbox;
        this.config = config;
    }

    @Scheduled(every = "${smartcrm.audit.chain-interval:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void work() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            while (chain(connection, config.batch()) == config.batch()) {
                Log.trace("More entries wait to be chained");
            }
        } catch (SQLException failed) {
            Log.warnf(failed, "Audit entries wait to be chained: the database failed");
        }
    }

    /** An hour later than due at most. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void anchor() {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            anchor(connection);
        } catch (SQLException failed) {
            Log.warnf(failed, "The audit log is not anchored: the database failed");
        }
    }

    /** Chains the oldest that wait and commits; says how many, none while another chainer works. */
    static int chain(Connection connection, int batch) throws SQLException {
        var table = new AuditTable(connection);
        if (!table.tryLock()) {
            connection.commit();
            return 0;
        }
        AuditAnchor head = table.head(Instant.EPOCH);
        String hash = head.hash();
        long sequence = head.sequence();
        List<ChainLink> links = new ArrayList<>();
        for (AuditEntry entry : table.waiting(batch)) {
            ChainLink link = ChainLink.after(hash, ++sequence, entry);
            hash = link.hash();
            links.add(link);
        }
        if (!links.isEmpty()) {
            table.chain(links);
        }
        connection.commit();
        return links.size();
    }

    /** The anchor leaves the database by event and by log, for whoever wants to prove later that it was another one. */
    void anchor(Connection connection) throws SQLException {
        Instant now = clock.instant();
        Optional<AuditAnchor> anchored = new AuditTable(connection).anchor(now, now.minus(config.anchorInterval()));
        if (anchored.isPresent()) {
            outbox.append(connection, List.of(AuditEvents.anchored(anchored.get())));
        }
        connection.commit();
        anchored.ifPresent(
                anchor -> Log.infof("Audit log anchored: entry %d, hash %s", anchor.sequence(), anchor.hash()));
    }
}
