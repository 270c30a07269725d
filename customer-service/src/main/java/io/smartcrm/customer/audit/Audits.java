package io.smartcrm.customer.audit;

import static java.util.Objects.requireNonNull;

import io.agroal.api.AgroalDataSource;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the log and proves it. Blocks: for worker threads. */
@ApplicationScoped
class Audits {
    private static final int DEFAULT_PART = 10_000;
    private static final int LARGEST_PART = 100_000;

    private final AgroalDataSource database;

    Audits(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What a check of a part found.
     *
     * @param next where the next part begins; 0 at the end of the chain or after a break
     */
    record Verification(
            long checked, long next, Optional<ChainCheck.Break> firstBreak, AuditAnchor head, long waiting) {
        Verification {
            requireNonNull(firstBreak, "firstBreak is null");
            requireNonNull(head, "head is null");
        }
    }

    /** One more than the page's size when there is a next page. */
    List<ChainLink> list(AuditQuery query) {
        return inDatabase(table -> table.list(query, query.size() + 1));
    }

    List<AuditAnchor> anchors(long before, int limit) {
        return inDatabase(table -> table.anchorsBefore(before, limit));
    }

    /**
     * Checks a part of the chain.
     *
     * @param from sequence, 0 for the first
     * @param limit entries, 0 for 10,000
     * @param known a state that the caller kept
     */
    Verification verify(long from, int limit, Optional<AuditAnchor> known) {
        if (from < 0) {
            throw Failure.invalid("fromSequence", from + " is not at least 1");
        }
        if (limit < 0 || limit > LARGEST_PART) {
            throw Failure.invalid("limit", limit + " is not between 1 and " + LARGEST_PART);
        }
        return inDatabase(table -> verify(table, Math.max(1, from), limit == 0 ? DEFAULT_PART : limit, known));
    }

    static Verification verify(AuditTable table, long from, int limit, Optional<AuditAnchor> known)
            throws SQLException {
        AuditAnchor head = table.head(Instant.now());
        long waiting = table.countWaiting();
        List<AuditAnchor> anchors = new ArrayList<>(table.anchors(from, from + limit - 1L));
        anchors.add(head);
        known.ifPresent(anchors::add);
        var check = new ChainCheck(table.lastAnchored(), anchors);
        Optional<String> before = from == 1 ? Optional.of(ChainLink.BEFORE_THE_FIRST) : table.hashAt(from - 1);
        List<ChainLink> links = table.part(from, limit);
        if (before.isEmpty() && !links.isEmpty()) {
            var missing = new ChainCheck.Break(from - 1, ChainCheck.Kind.MISSING);
            return new Verification(0, 0, Optional.of(missing), head, waiting);
        }
        boolean last = links.size() < limit;
        var found = check.firstBreak(before.orElse(""), from, links, last);
        long checked = found.map(broken -> broken.sequence() - from).orElse((long) links.size());
        return new Verification(checked, last || found.isPresent() ? 0 : from + links.size(), found, head, waiting);
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return work.with(new AuditTable(connection));
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the audit log could not be read", failed);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T with(AuditTable table) throws SQLException;
    }
}
