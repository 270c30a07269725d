package io.smartcrm.forecast.series;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.SegmentEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads who enters and leaves segments; a customer's events come in their order. */
@ApplicationScoped
class SegmentEvents {
    private final Inbox inbox;

    SegmentEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("segments")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, SegmentEvent.parser(), SegmentEvents::project);
    }

    private static void project(Connection connection, List<ReceivedEvent<SegmentEvent>> events) throws SQLException {
        Collection<MembershipFact> facts =
                MembershipFact.latest(events.stream().map(SegmentEvents::fact).toList());
        Set<String> erased = ErasedCustomers.among(
                connection, facts.stream().map(MembershipFact::customerId).toList());
        List<MembershipFact> known = facts.stream()
                .filter(fact -> !erased.contains(fact.customerId()))
                .toList();
        new SegmentTable(connection).apply(known, ReceivedTimes.latest(events));
    }

    private static MembershipFact fact(ReceivedEvent<SegmentEvent> received) {
        SegmentEvent event = received.message()
                .orElseThrow(() -> new IllegalArgumentException("memberships are never erased by a tombstone"));
        return switch (event.getEventCase()) {
            case CUSTOMER_ENTERED ->
                new MembershipFact(
                        UUID.fromString(event.getCustomerEntered().getSegmentId()),
                        event.getCustomerEntered().getCustomerId(),
                        true);
            case CUSTOMER_LEFT ->
                new MembershipFact(
                        UUID.fromString(event.getCustomerLeft().getSegmentId()),
                        event.getCustomerLeft().getCustomerId(),
                        false);
            case EVENT_NOT_SET ->
                throw new IllegalArgumentException(
                        "event type '" + received.headers().type() + "' is not known");
        };
    }
}
