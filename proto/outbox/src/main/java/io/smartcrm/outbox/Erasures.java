package io.smartcrm.outbox;

import com.google.protobuf.Timestamp;
import io.quarkus.arc.All;
import io.smartcrm.proto.customer.v1.ErasureEvent;
import io.smartcrm.proto.customer.v1.ErasureRequested;
import io.smartcrm.proto.ops.v1.ErasedPart;
import io.smartcrm.proto.ops.v1.ErasureAnswerEvent;
import io.smartcrm.proto.ops.v1.ErasureDone;
import io.smartcrm.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Forgets customers as erasure events ask: deletes in every part, remembers whom, so that facts read again change
 * nothing, and answers how much it was.
 */
@ApplicationScoped
public class Erasures {
    private static final String REMEMBER = """
            insert into erased_customer (customer_id, erasure_id, erase_time) values (?, ?, now())
            on conflict (customer_id) do nothing""";

    private final Inbox inbox;
    private final Outbox outbox;
    private final List<PersonalData> parts;
    private final String service;

    Erasures(
            Inbox inbox,
            Outbox outbox,
            @All List<PersonalData> parts,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.parts = parts;
        this.service = service;
    }

    /** Blocks: call it on a worker thread. */
    public void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, ErasureEvent.parser(), this::project);
    }

    void project(Connection connection, List<ReceivedEvent<ErasureEvent>> events) throws SQLException {
        ErasedCustomers.lock(connection);
        List<OutboxEvent> answers = new ArrayList<>();
        for (ReceivedEvent<ErasureEvent> event : events) {
            ErasureEvent message = event.message()
                    .orElseThrow(() -> new IllegalArgumentException("an erasure is never taken back by a tombstone"));
            switch (message.getEventCase()) {
                case ERASURE_REQUESTED -> answers.add(erase(connection, message.getErasureRequested()));
                case EVENT_NOT_SET ->
                    throw new IllegalArgumentException(
                            "event type '" + event.headers().type() + "' is not known");
            }
        }
        outbox.append(connection, answers);
    }

    private OutboxEvent erase(Connection connection, ErasureRequested request) throws SQLException {
        List<String> customers = Stream.concat(
                        Stream.of(request.getCustomerId()), request.getMergedCustomerIdsList().stream())
                .toList();
        var done = ErasureDone.newBuilder()
                .setErasureId(request.getErasureId())
                .setCustomerId(request.getCustomerId())
                .setService(service);
        for (PersonalData part : parts) {
            long records = 0;
            for (String customer : customers) {
                records += part.erase(connection, customer);
            }
            done.addParts(ErasedPart.newBuilder().setName(part.name()).setRecords(records));
        }
        remember(connection, customers, request.getErasureId());
        Instant now = Instant.now();
        ErasureDone fact = done.setDoneTime(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .build();
        return OutboxEvent.of(
                Topics.ERASURE_ANSWERS,
                request.getCustomerId(),
                fact,
                ErasureAnswerEvent.newBuilder().setErasureDone(fact).build());
    }

    private static void remember(Connection connection, List<String> customers, String erasure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            for (String customer : customers) {
                statement.setString(1, customer);
                statement.setString(2, erasure);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
