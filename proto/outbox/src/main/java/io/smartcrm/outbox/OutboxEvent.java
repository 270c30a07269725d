package io.smartcrm.outbox;

import static java.util.Objects.requireNonNull;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.smartcrm.wire.TimeOrderedId;
import java.util.Optional;
import java.util.UUID;

/**
 * An event on its way out.
 *
 * @param key decides the partition: events with one key stay in order
 * @param type full name of the fact inside the message
 * @param payload the topic's message, at most 1,000,000 bytes; empty for a tombstone
 * @param traceParent W3C trace context of the change, if it was traced
 * @param deadLetterReason why a consumer could not apply it; empty for an event of our own
 */
public record OutboxEvent(
        UUID id,
        String topic,
        String key,
        String type,
        Optional<ByteString> payload,
        Optional<String> traceParent,
        Optional<String> deadLetterReason) {
    /** Bytes; with headers it must fit a Kafka record of 1 MiB, or the events behind it would wait for ever. */
    static final int MAX_PAYLOAD = 1_000_000;

    public OutboxEvent {
        requireNonNull(id, "id is null");
        requireNonNull(topic, "topic is null");
        requireNonNull(key, "key is null");
        requireNonNull(type, "type is null");
        if (payload.map(ByteString::size).orElse(0) > MAX_PAYLOAD) {
            throw new IllegalArgumentException("an event of type " + type + " for key " + key + " has "
                    + payload.map(ByteString::size).orElse(0) + " bytes, more than " + MAX_PAYLOAD);
        }
    }

    /**
     * @param fact what happened, inside the topic's message
     * @param message the topic's message around it
     */
    public static OutboxEvent of(String topic, String key, Message fact, Message message) {
        String type = fact.getDescriptorForType().getFullName();
        return new OutboxEvent(
                TimeOrderedId.next(),
                topic,
                key,
                type,
                Optional.of(message.toByteString()),
                currentTrace(),
                Optional.empty());
    }

    private static Optional<String> currentTrace() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }
}
