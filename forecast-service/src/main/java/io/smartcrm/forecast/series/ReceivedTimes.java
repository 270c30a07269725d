package io.smartcrm.forecast.series;

import com.google.protobuf.Message;
import io.smartcrm.outbox.ReceivedEvent;
import java.time.Instant;
import java.util.List;

/** How far a batch of events brings the read model. */
final class ReceivedTimes {
    private ReceivedTimes() {}

    /** When the latest of at least one event became true at its source. */
    static <T extends Message> Instant latest(List<ReceivedEvent<T>> events) {
        return events.stream()
                .map(event -> event.headers().time())
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
