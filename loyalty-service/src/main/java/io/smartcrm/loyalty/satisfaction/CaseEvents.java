package io.smartcrm.loyalty.satisfaction;

import com.google.protobuf.Timestamp;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.occasion.OccasionTable;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.SupportCase;
import io.smartcrm.proto.customer.v1.SupportCaseEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads how customers rated their cases. */
@ApplicationScoped
class CaseEvents {
    private final Inbox inbox;

    CaseEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("cases")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, SupportCaseEvent.parser(), CaseEvents::project);
    }

    private static void project(Connection connection, List<ReceivedEvent<SupportCaseEvent>> events)
            throws SQLException {
        var table = new RatingTable(connection);
        List<Rating> ratings = new ArrayList<>();
        Set<String> erased = ErasedCustomers.among(
                connection, events.stream().map(ReceivedEvent::key).collect(Collectors.toSet()));
        for (ReceivedEvent<SupportCaseEvent> event : events) {
            SupportCaseEvent message = event.message()
                    .orElseThrow(() -> new IllegalArgumentException("a case is never erased by a tombstone"));
            switch (message.getEventCase()) {
                case SUPPORT_CASE_CHANGED -> {
                    SupportCase changed = message.getSupportCaseChanged().getSupportCase();
                    if (!erased.contains(changed.getCustomerId())) {
                        ratings.add(rating(changed));
                    }
                }
                case SUPPORT_CASE_ERASED ->
                    table.forget(UUID.fromString(message.getSupportCaseErased().getId()));
                case EVENT_NOT_SET ->
                    throw new IllegalArgumentException(
                            "event type '" + event.headers().type() + "' is not known");
            }
        }
        List<Rating> rated = table.apply(ratings.stream()
                .filter(rating -> rating.satisfaction() >= 0 && rating.satisfaction() <= 5)
                .toList());
        new OccasionTable(connection)
                .note(rated.stream().map(CaseEvents::occasion).toList(), Instant.now());
    }

    private static Occasion occasion(Rating rating) {
        return Occasion.of(
                Trigger.Kind.CASE_RATED,
                rating.customer(),
                "case/" + rating.caseId() + "/" + rating.satisfaction(),
                rating.time());
    }

    private static Rating rating(SupportCase changed) {
        Timestamp time = changed.hasUpdateTime() ? changed.getUpdateTime() : changed.getOpenTime();
        return new Rating(
                UUID.fromString(changed.getId()),
                changed.getVersion(),
                UUID.fromString(changed.getCustomerId()),
                changed.getSatisfaction(),
                Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
    }
}
