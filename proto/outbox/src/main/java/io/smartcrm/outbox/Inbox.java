package io.smartcrm.outbox;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smartcrm.wire.EventHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Applies batches of events, each event once, in one transaction with the marks that say so. A database that is away is
 * waited for; an event that cannot be read or applied goes to the dead letters and holds nobody up.
 */
@ApplicationScoped
public class Inbox {
    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ReadProgress progress;
    private final DeadLetters deadLetters;
    private final Duration retryPause;
    private final Counter applied;
    private final Counter dead;

    Inbox(
            AgroalDataSource database,
            Outbox outbox,
            ReadProgress progress,
            OutboxConfig config,
            MeterRegistry meters,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.database = database;
        this.outbox = outbox;
        this.progress = progress;
        this.deadLetters = new DeadLetters(group);
        this.retryPause = config.failurePause();
        this.applied = meters.counter("smartcrm.inbox.applied");
        this.dead = meters.counter("smartcrm.inbox.dead.letters");
    }

    /** Applies a batch; returns when it is committed, so that its offsets may be. Blocks: call it on a worker thread. */
    public <T extends Message> void receive(
            ConsumerRecords<String, byte[]> records, Parser<T> parser, Projection<T> projection) {
        List<ReceivedEvent<T>> events = new ArrayList<>(records.count());
        for (ConsumerRecord<String, byte[]> received : records) {
            try {
                events.add(read(received, parser));
            } catch (IllegalArgumentException | InvalidProtocolBufferException unreadable) {
                keep(received, deadLetters.unreadable(received, unreadable));
            }
        }
        apply(events, projection);
        for (ConsumerRecord<String, byte[]> received : records) {
            progress.applied(received.topic(), received.timestamp());
        }
    }

    /** Halves a batch that is refused until the refused events are alone; the others stay in their order. */
    private <T extends Message> void apply(List<ReceivedEvent<T>> events, Projection<T> projection) {
        if (events.isEmpty()) {
            return;
        }
        try {
            patiently(connection -> {
                List<ReceivedEvent<T>> fresh = new InboxTable(connection).markFresh(events);
                if (!fresh.isEmpty()) {
                    projection.apply(connection, fresh);
                }
            });
            applied.increment(events.size());
        } catch (Stopped stopped) {
            throw stopped;
        } catch (SQLException | RuntimeException refused) {
            if (events.size() == 1) {
                keep(events.get(0).received(), deadLetters.refused(events.get(0), refused));
                return;
            }
            int half = events.size() / 2;
            apply(events.subList(0, half), projection);
            apply(events.subList(half, events.size()), projection);
        }
    }

    private void keep(ConsumerRecord<String, byte[]> received, OutboxEvent deadLetter) {
        try {
            patiently(connection -> {
                if (new InboxTable(connection).markFresh(DeadLetters.mark(received))) {
                    outbox.append(connection, List.of(deadLetter));
                    dead.increment();
                }
            });
        } catch (SQLException failed) {
            throw new IllegalStateException("a dead letter could not be kept; the batch will be read again", failed);
        }
    }

    /** Runs work in a transaction, and again while the database is away or busy. */
    private void patiently(Work work) throws SQLException {
        while (true) {
            try {
                inTransaction(work);
                return;
            } catch (SQLException | RuntimeException failed) {
                if (!Transience.isTransient(failed)) {
                    throw failed;
                }
                Log.warnf(failed, "Events wait for the database; next attempt in %s", retryPause);
                pause();
            }
        }
    }

    private void inTransaction(Work work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            }
        }
    }

    private static void rollback(Connection connection, Exception reason) {
        try {
            connection.rollback();
        } catch (SQLException lost) {
            reason.addSuppressed(lost);
        }
    }

    private static <T extends Message> ReceivedEvent<T> read(ConsumerRecord<String, byte[]> received, Parser<T> parser)
            throws InvalidProtocolBufferException {
        if (received.key() == null) {
            throw new IllegalArgumentException("the record has no key");
        }
        EventHeaders headers = EventHeaders.readFrom(received.headers());
        Optional<T> message =
                received.value() == null ? Optional.empty() : Optional.of(parser.parseFrom(received.value()));
        return new ReceivedEvent<>(headers, received.key(), message, received);
    }

    private void pause() {
        try {
            Thread.sleep(retryPause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** The service ends; the batch is not applied and will be read again. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @FunctionalInterface
    private interface Work {
        void run(Connection connection) throws SQLException;
    }
}
