package io.smartcrm.outbox;

import com.google.protobuf.Message;
import io.smartcrm.wire.EventHeaders;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it arrived.
 *
 * @param message empty for a tombstone: what the key names is gone
 * @param received the record it came in
 */
public record ReceivedEvent<T extends Message>(
        EventHeaders headers, String key, Optional<T> message, ConsumerRecord<String, byte[]> received) {}
