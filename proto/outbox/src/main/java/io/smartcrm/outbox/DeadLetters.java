package io.smartcrm.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import io.quarkus.logging.Log;
import io.smartcrm.wire.Topics;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Puts what a consumer could not read or apply aside, with the place it came from and the reason. Reading a
 * record again makes no second letter.
 */
record DeadLetters(String group) {
    private static final String UNREADABLE = "smartcrm.Unreadable";
    private static final int MAX_REASON = 1_000;

    OutboxEvent unreadable(ConsumerRecord<String, byte[]> received, Exception reason) {
        return letter(mark(received), UNREADABLE, received, reason);
    }

    /** The letter keeps the event's id and type, so that it can be sent again as it was. */
    OutboxEvent refused(ReceivedEvent<?> event, Exception reason) {
        return letter(event.headers().id(), event.headers().type(), event.received(), reason);
    }

    /** Names the record among those put aside; not the event's own id, so that the event can yet be applied. */
    static UUID mark(ConsumerRecord<String, byte[]> received) {
        String text = place(received) + " at " + received.timestamp();
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }

    private OutboxEvent letter(UUID id, String type, ConsumerRecord<String, byte[]> received, Exception reason) {
        Log.errorf(reason, "Dead letter: %s", place(received));
        String text = place(received) + ": " + reason.getClass().getSimpleName() + ": " + reason.getMessage();
        return new OutboxEvent(
                id,
                Topics.deadLetters(received.topic(), group),
                received.key() == null ? "" : received.key(),
                type,
                Optional.ofNullable(received.value())
                        .filter(payload -> payload.length <= OutboxEvent.MAX_PAYLOAD)
                        .map(ByteString::copyFrom),
                Optional.empty(),
                Optional.of(text.substring(0, Math.min(text.length(), MAX_REASON))));
    }

    private static String place(ConsumerRecord<String, byte[]> received) {
        return received.topic() + " partition " + received.partition() + " offset " + received.offset();
    }
}
