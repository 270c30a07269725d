package io.smartcrm.customer.privacy;

import com.google.protobuf.Timestamp;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.customer.privacy.Erasure.Count;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.ErasureEvent;
import io.smartcrm.proto.customer.v1.ErasureRequested;
import io.smartcrm.proto.ops.v1.ErasureAnswerEvent;
import io.smartcrm.proto.ops.v1.ErasureDone;
import io.smartcrm.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells the services whom to forget, and reads what they answer. */
@ApplicationScoped
class ErasureEvents {
    private final Inbox inbox;
    private final Erasures erasures;

    ErasureEvents(Inbox inbox, Erasures erasures) {
        this.inbox = inbox;
        this.erasures = erasures;
    }

    static OutboxEvent requested(Erasure erasure) {
        Instant time = erasure.requestTime();
        var fact = ErasureRequested.newBuilder()
                .setErasureId(erasure.id().toString())
                .setCustomerId(erasure.customerId().toString())
                .addAllMergedCustomerIds(
                        erasure.mergedIds().stream().map(UUID::toString).toList())
                .setRequestTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano()))
                .build();
        return OutboxEvent.of(
                Topics.ERASURES,
                erasure.customerId().toString(),
                fact,
                ErasureEvent.newBuilder().setErasureRequested(fact).build());
    }

    @Incoming("erasure-answers")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, ErasureAnswerEvent.parser(), this::project);
    }

    private void project(Connection connection, List<ReceivedEvent<ErasureAnswerEvent>> events) throws SQLException {
        for (ReceivedEvent<ErasureAnswerEvent> event : events) {
            ErasureAnswerEvent answer = event.message()
                    .orElseThrow(() -> new IllegalArgumentException("an answer is never taken back by a tombstone"));
            switch (answer.getEventCase()) {
                case ERASURE_DONE -> take(connection, answer.getErasureDone());
                case EVENT_NOT_SET ->
                    throw new IllegalArgumentException(
                            "event type '" + event.headers().type() + "' is not known");
            }
        }
    }

    private void take(Connection connection, ErasureDone done) throws SQLException {
        List<Count> counts = done.getPartsList().stream()
                .map(part -> new Count(done.getService(), part.getName(), part.getRecords()))
                .toList();
        Instant time = Instant.ofEpochSecond(
                done.getDoneTime().getSeconds(), done.getDoneTime().getNanos());
        erasures.answered(connection, UUID.fromString(done.getErasureId()), done.getService(), counts, time);
    }
}
