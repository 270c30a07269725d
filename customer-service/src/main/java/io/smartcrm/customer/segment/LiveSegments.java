package io.smartcrm.customer.segment;

import io.quarkus.logging.Log;
import io.smartcrm.customer.segmentlanguage.CheckedSegment;
import io.smartcrm.customer.segmentlanguage.Term.Subject;
import io.smartcrm.customer.touch.Changes;
import io.smartcrm.customer.touch.CustomerFollower;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Lets customers enter and leave segments: all at once when a segment is new, one by one as they and the time change. */
@ApplicationScoped
public class LiveSegments implements CustomerFollower {
    private static final int CUSTOMERS_AT_ONCE = 5_000;
    private static final String TOO_LONG = "57014";

    private final Outbox outbox;
    private final SegmentConfig config;

    public LiveSegments(Outbox outbox, SegmentConfig config) {
        this.outbox = outbox;
        this.config = config;
    }

    @Override
    public void follow(Connection connection, Changes changes, Instant now) throws SQLException {
        var table = new SegmentTable(connection);
        List<Segment> segments = table.following();
        if (segments.isEmpty()) {
            return;
        }
        var definitions = new Definitions(connection);
        List<UUID> stale = new ArrayList<>();
        limit(connection, config.evaluationTimeout());
        for (Segment segment : segments) {
            Optional<CheckedSegment> checked =
                    definitions.read(segment.definition()).segment();
            if (checked.isEmpty()) {
                table.await(segment.id());
                continue;
            }
            if (changes.products() && asks(checked.get(), Subject.PRODUCTS)) {
                stale.add(segment.id().value());
            }
            Set<UUID> customers = changes.in(tables(checked.get()));
            if (!customers.isEmpty()) {
                guarded(connection, segment, () -> look(connection, segment, checked.get(), customers, now));
            }
        }
        if (!stale.isEmpty()) {
            table.markStale(stale);
        }
        unlimit(connection);
    }

    @Override
    public boolean work(Connection connection, Instant now) throws SQLException {
        var table = new SegmentTable(connection);
        Optional<Segment> waiting = table.waiting();
        if (waiting.isPresent()) {
            evaluate(connection, waiting.get(), now);
            return true;
        }
        Optional<Segment> deleted = table.deleted();
        if (deleted.isPresent()) {
            new MemberTable(connection, outbox).empty(deleted.get(), now);
            table.delete(deleted.get().id());
            return true;
        }
        return table.awaitStale(now.minus(config.refreshInterval())) > 0 || passTime(connection, now);
    }

    /** Looks at all customers; what fails leaves the members as they were. */
    void evaluate(Connection connection, Segment segment, Instant now) throws SQLException {
        var table = new SegmentTable(connection);
        var reading = new Definitions(connection).read(segment.definition());
        if (reading.segment().isEmpty()) {
            table.failed(
                    segment.id(),
                    "the definition no longer holds: " + reading.problems().get(0));
            return;
        }
        long start = System.nanoTime();
        limit(connection, config.evaluationTimeout());
        guarded(connection, segment, () -> {
            Sql members = new SegmentSql(reading.segment().get(), now, Optional.empty()).members();
            new MemberTable(connection, outbox).settle(segment, members, Optional.empty(), now);
            table.evaluated(segment.id(), now);
        });
        unlimit(connection);
        Log.infof("Evaluated segment %s in %d ms", segment.id(), (System.nanoTime() - start) / 1_000_000);
    }

    private void look(Connection connection, Segment segment, CheckedSegment checked, Set<UUID> customers, Instant now)
            throws SQLException {
        List<UUID> all = List.copyOf(customers);
        long more = 0;
        for (int from = 0; from < all.size(); from += CUSTOMERS_AT_ONCE) {
            var among = Optional.of(new Sql.Ids(all.subList(from, Math.min(from + CUSTOMERS_AT_ONCE, all.size()))));
            Sql members = new SegmentSql(checked, now, among).members();
            more += new MemberTable(connection, outbox).settle(segment, members, among, now);
        }
        if (more != 0) {
            new SegmentTable(connection).countMembers(segment.id(), more);
        }
    }

    /** Looks at those whom time alone may have changed, of one segment. */
    private boolean passTime(Connection connection, Instant now) throws SQLException {
        var table = new SegmentTable(connection);
        Instant due = now.minus(config.timeInterval());
        List<Segment> segments = table.following().stream()
                .filter(segment -> segment.followTime().filter(due::isAfter).isPresent())
                .toList();
        if (segments.isEmpty()) {
            return false;
        }
        var definitions = new Definitions(connection);
        limit(connection, config.evaluationTimeout());
        for (Segment segment : segments) {
            Optional<CheckedSegment> checked =
                    definitions.read(segment.definition()).segment();
            if (checked.isPresent() && checked.get().changesByTime()) {
                Sql edges =
                        TimeEdges.between(checked.get(), segment.followTime().orElse(due), now);
                guarded(connection, segment, () -> {
                    look(connection, segment, checked.get(), customers(connection, edges), now);
                    table.followed(segment.id(), now);
                });
            } else {
                table.followed(segment.id(), now);
            }
        }
        unlimit(connection);
        return false;
    }

    private static Set<UUID> customers(Connection connection, Sql edges) throws SQLException {
        Set<UUID> customers = new HashSet<>();
        if (edges.text().isEmpty()) {
            return customers;
        }
        try (var statement = edges.prepare(connection);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                customers.add(rows.getObject(1, UUID.class));
            }
        }
        return customers;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    /** One segment that cannot be evaluated must not keep the others from it. */
    private void guarded(Connection connection, Segment segment, Work work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            work.run();
            connection.releaseSavepoint(before);
        } catch (SQLException failed) {
            connection.rollback(before);
            Log.warnf(failed, "Segment %s could not be evaluated", segment.id());
            new SegmentTable(connection).failed(segment.id(), reason(failed));
        }
    }

    private String reason(SQLException failed) {
        return TOO_LONG.equals(failed.getSQLState())
                ? "took longer than " + config.evaluationTimeout().toSeconds() + " s; ask fewer or narrower things"
                : "the database refused (" + failed.getSQLState() + ")";
    }

    /** Sums over all customers fit in this memory; compiling the statement would take longer than running it. */
    static void limit(Connection connection, Duration timeout) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + timeout.toMillis()
                    + "; set local jit = off; set local work_mem = '64MB'");
        }
    }

    private static void unlimit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout to default; set local work_mem to default");
        }
    }

    private static boolean asks(CheckedSegment segment, Subject subject) {
        return segment.clauses().stream().anyMatch(clause -> clause.term().subject() == subject);
    }

    /** Whose changes can change who belongs to it. */
    private static List<String> tables(CheckedSegment segment) {
        List<String> tables = new ArrayList<>(List.of("customer"));
        segment.clauses().stream()
                .map(clause -> clause.term().subject())
                .filter(subject -> subject != Subject.PROFILE)
                .forEach(subject -> tables.addAll(FactTable.of(subject).tables()));
        return tables;
    }
}
