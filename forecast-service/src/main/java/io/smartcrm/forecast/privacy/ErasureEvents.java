package io.smartcrm.forecast.privacy;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads who must be forgotten. */
@ApplicationScoped
class ErasureEvents {
    private final Erasures erasures;

    ErasureEvents(Erasures erasures) {
        this.erasures = erasures;
    }

    @Incoming("erasures")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        erasures.receive(records);
    }
}
