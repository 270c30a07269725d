package io.smartcrm.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When the last applied record of each topic was written, since this process started. */
@ApplicationScoped
public class ReadProgress {
    private final Map<String, Instant> lastApplied = new ConcurrentHashMap<>();

    void applied(String topic, long timestampMillis) {
        lastApplied.merge(topic, Instant.ofEpochMilli(timestampMillis), (a, b) -> a.isAfter(b) ? a : b);
    }

    Optional<Instant> lastApplied(String topic) {
        return Optional.ofNullable(lastApplied.get(topic));
    }
}
