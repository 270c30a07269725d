package io.smartcrm.customer.privacy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smartcrm.customer.audit.AuditEntry;
import io.smartcrm.customer.audit.AuditLog;
import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.customer.privacy.Erasure.Count;
import io.smartcrm.outbox.Database;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets customers: here in one transaction, with the event that lets the other services follow, until all have
 * answered. The ledger makes sure that a database of an earlier time forgets them again. Blocks: for worker threads.
 */
@ApplicationScoped
public class Erasures {
    /** The rows that the others hang on go last. */
    private static final String LAST = "profile";

    /** Answers are remembered for repeated commands, and may hold the person. */
    private static final String FORGET_ANSWERS = "delete from command where about && ?";

    private final Database database;
    private final List<CustomerHolding> holdings;
    private final ErasureLedger ledger;
    private final ErasureConfig config;
    private final Outbox outbox;
    private final String service;
    private final AtomicLong oldestOpenSeconds;
    private final Clock clock = Clock.systemUTC();

    Erasures(
            Database database,
            @All List<CustomerHolding> holdings,
            ErasureLedger ledger,
            ErasureConfig config,
            Outbox outbox,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.holdings = holdings.stream()
                .sorted(Comparator.comparing(
                                (CustomerHolding holding) -> holding.name().equals(LAST))
                        .thenComparing(CustomerHolding::name))
                .toList();
        this.ledger = ledger;
        this.config = config;
        this.outbox = outbox;
        this.service = service;
        this.oldestOpenSeconds = meters.gauge("smartcrm.erasure.oldest.open.seconds", new AtomicLong());
    }

    /** All that is kept about customers, the profile last. */
    List<CustomerHolding> holdings() {
        return holdings;
    }

    /**
     * Forgets a person within the caller's transaction: the customer, whom it was merged into, and all merged into that one.
     *
     * @throws Failure NOT_FOUND without customer
     */
    public UUID request(Connection connection, UUID customer, String reason, String requestedBy) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID person = PersonLine.head(connection, customer);
        List<UUID> merged = PersonLine.lock(connection, person).stream()
                .filter(id -> !id.equals(person))
                .toList();
        var erasure = new Erasure(
                TimeOrderedId.next(), person, merged, reason, requestedBy, now, Optional.empty(), List.of(), List.of());
        forget(connection, erasure);
        return erasure.id();
    }

    /** To be called once the transaction of the request is committed. */
    public void remember(UUID erasure) {
        ledger.append(line(get(erasure)));
    }

    Erasure get(UUID id) {
        return database.transaction(connection -> new ErasureTable(connection).find(id))
                .orElseThrow(() -> Failure.notFound("erasure", id.toString()));
    }

    /** Newest first. */
    List<Erasure> list(Optional<TimePosition> after, int limit) {
        return database.transaction(connection -> new ErasureTable(connection).list(after, limit));
    }

    ErasureReceipt receipt(UUID id) {
        Erasure erasure = get(id);
        return database.transaction(connection -> new ErasureTable(connection).receipt(id))
                .orElseThrow(() -> new Failure(
                        Failure.Kind.UNPROCESSABLE,
                        "ERASURE_RUNNING",
                        "services have not answered yet: " + erasure.waiting()));
    }

    /** Takes a service's answer; the last one makes the receipt. */
    void answered(Connection connection, UUID erasureId, String answering, List<Count> counts, Instant time)
            throws SQLException {
        var table = new ErasureTable(connection);
        Optional<Erasure> known = table.lock(erasureId);
        if (known.isEmpty() || !table.answered(erasureId, answering, time)) {
            Log.warnf("Nobody waits for the answer of %s to erasure %s", answering, erasureId);
            return;
        }
        for (Count count : counts) {
            table.count(erasureId, count);
        }
        Erasure erasure = table.find(erasureId).orElseThrow();
        if (erasure.waiting().isEmpty()) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            table.complete(erasureId, now, ErasureReceipt.of(erasure, now));
            Log.infof("Erasure %s is complete", erasureId);
        }
    }

    /** A database that was restored may know people whom the ledger says to be forgotten, and the other way round. */
    void onStart(@Observes StartupEvent event) {
        List<Erasure> known = database.transaction(connection -> new ErasureTable(connection).all());
        List<ErasureLedger.Line> written = ledger.read(ErasureLedger.Deed.ERASE);
        Set<UUID> inLedger =
                new HashSet<>(written.stream().map(ErasureLedger.Line::id).toList());
        known.stream()
                .filter(erasure -> !inLedger.contains(erasure.id()))
                .forEach(erasure -> ledger.append(line(erasure)));
        Set<UUID> inDatabase = new HashSet<>(known.stream().map(Erasure::id).toList());
        written.stream().filter(line -> !inDatabase.contains(line.id())).forEach(this::forgetAgain);
    }

    private void forgetAgain(ErasureLedger.Line line) {
        List<UUID> merged = line.customers().subList(1, line.customers().size());
        var erasure = new Erasure(
                line.id(),
                line.customers().get(0),
                merged,
                "applied again to a restored database",
                service,
                line.time(),
                Optional.empty(),
                List.of(),
                List.of());
        database.transaction(connection -> {
            forget(connection, erasure);
            AuditLog.append(
                    connection,
                    AuditEntry.ofService(
                            new AuditEntry.Deed(
                                    "smartcrm.customer.v1.PrivacyService/RequestErasure",
                                    true,
                                    "customer",
                                    erasure.customerId().toString(),
                                    erasure.customerId().toString(),
                                    List.of(),
                                    "",
                                    1),
                            erasure.reason(),
                            clock.instant()));
            return erasure;
        });
        Log.infof("Erasure %s was applied again to a restored database", erasure.id());
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measureAge() {
        Optional<Instant> oldest = database.transaction(connection -> new ErasureTable(connection).oldestOpen());
        oldestOpenSeconds.set(
                oldest.map(time -> Duration.between(time, clock.instant()).toSeconds())
                        .orElse(0L));
    }

    private void forget(Connection connection, Erasure erasure) throws SQLException {
        var table = new ErasureTable(connection);
        table.insert(erasure, config.services());
        List<UUID> customers = Stream.concat(Stream.of(erasure.customerId()), erasure.mergedIds().stream())
                .toList();
        for (CustomerHolding holding : holdings) {
            long records = 0;
            for (UUID customer : customers) {
                records += holding.erase(connection, customer);
            }
            table.count(erasure.id(), new Count(service, holding.name(), records));
        }
        table.count(erasure.id(), new Count(service, "remembered-answers", forgetAnswers(connection, customers)));
        outbox.append(connection, List.of(ErasureEvents.requested(erasure)));
    }

    static long forgetAnswers(Connection connection, List<UUID> customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET_ANSWERS)) {
            statement.setArray(1, connection.createArrayOf("uuid", customers.toArray()));
            return statement.executeUpdate();
        }
    }

    private static ErasureLedger.Line line(Erasure erasure) {
        return new ErasureLedger.Line(
                ErasureLedger.Deed.ERASE,
                erasure.id(),
                erasure.requestTime(),
                Stream.concat(Stream.of(erasure.customerId()), erasure.mergedIds().stream())
                        .toList());
    }
}
