package io.smartcrm.outbox;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.smartcrm.wire.EventHeaders;
import io.smartcrm.wire.TimeOrderedId;
import io.smartcrm.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
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
    private static final long RETRY_MILLIS = 1_000;

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ReadProgress progress;
    private final String group;

    Inbox(
            AgroalDataSource database,
            Outbox outbox,
            ReadProgress progress,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.database = database;
        this.outbox = outbox;
        this.progress = progress;
        this.group = group;
    }

    /** Applies a batch; returns when it is committed, so that its offsets may be. Blocks: call it on a worker thread. */
    public <T extends Message> void receive(
            ConsumerRecords<String, byte[]> records, Parser<T> parser, Projection<T> projection) {
        List<ReceivedEvent<T>> events = new ArrayList<>(records.count());
        List<OutboxEvent> deadLetters = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> received : records) {
            try {
                events.add(read(received, parser));
            } catch (IllegalArgumentException | InvalidProtocolBufferException unreadable) {
                deadLetters.add(deadLetter(received, unreadable));
            }
        }
        applyPatiently(events, deadLetters, projection);
        for (ConsumerRecord<String, byte[]> received : records) {
            progress.applied(received.topic(), received.timestamp());
        }
    }

    private <T extends Message> void applyPatiently(
            List<ReceivedEvent<T>> events, List<OutboxEvent> deadLetters, Projection<T> projection) {
        while (true) {
            try {
                apply(events, deadLetters, projection);
                return;
            } catch (SQLException failed) {
                if (Transience.isTransient(failed)) {
                    Log.warnf(failed, "Events wait for the database; next attempt in %d ms", RETRY_MILLIS);
                    pause();
                } else {
                    applyOneByOne(events, deadLetters, projection);
                    return;
                }
            } catch (RuntimeException rejected) {
                applyOneByOne(events, deadLetters, projection);
                return;
            }
        }
    }

    private <T extends Message> void applyOneByOne(
            List<ReceivedEvent<T>> events, List<OutboxEvent> deadLetters, Projection<T> projection) {
        for (ReceivedEvent<T> event : events) {
            try {
                apply(List.of(event), List.of(), projection);
            } catch (SQLException | RuntimeException rejected) {
                if (rejected instanceof SQLException sql && Transience.isTransient(sql)) {
                    throw new IllegalStateException("the database went away amid a batch; it will be read again", sql);
                }
                deadLetters.add(deadLetter(event.received(), rejected));
            }
        }
        try {
            apply(List.of(), deadLetters, projection);
        } catch (SQLException failed) {
            throw new IllegalStateException("dead letters could not be kept; the batch will be read again", failed);
        }
    }

    private <T extends Message> void apply(
            List<ReceivedEvent<T>> events, List<OutboxEvent> deadLetters, Projection<T> projection)
            throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<ReceivedEvent<T>> fresh = new InboxTable(connection).markFresh(events);
                if (!fresh.isEmpty()) {
                    projection.apply(connection, fresh);
                }
                outbox.append(connection, deadLetters);
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            }
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

    private OutboxEvent deadLetter(ConsumerRecord<String, byte[]> received, Exception reason) {
        Log.errorf(
                reason,
                "Dead letter: %s partition %d offset %d",
                received.topic(),
                received.partition(),
                received.offset());
        return new OutboxEvent(
                TimeOrderedId.next(),
                Topics.deadLetters(received.topic(), group),
                received.key() == null ? "" : received.key(),
                "smartcrm.DeadLetter",
                Optional.ofNullable(received.value()).map(ByteString::copyFrom),
                Optional.empty(),
                Optional.of(reason.getClass().getSimpleName() + ": " + reason.getMessage()));
    }

    private static void pause() {
        try {
            Thread.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the database; the batch will be read again");
        }
    }
}
