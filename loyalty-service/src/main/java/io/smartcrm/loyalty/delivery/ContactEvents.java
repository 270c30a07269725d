package io.smartcrm.loyalty.delivery;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.loyalty.delivery.ActionRecord.State;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.ContactAnswered;
import io.smartcrm.proto.customer.v1.ContactEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what became of letters and tasks. */
@ApplicationScoped
class ContactEvents {
    private final Inbox inbox;

    ContactEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("contacts")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, ContactEvent.parser(), ContactEvents::project);
    }

    static void project(Connection connection, List<ReceivedEvent<ContactEvent>> events) throws SQLException {
        var table = new ActionTable(connection);
        for (ReceivedEvent<ContactEvent> event : events) {
            if (event.message().isEmpty() || !event.message().get().hasContactAnswered()) {
                continue;
            }
            ContactAnswered answer = event.message().get().getContactAnswered();
            table.end(
                    UUID.fromString(answer.getActionId()),
                    state(answer),
                    answer.getOutcome(),
                    Optional.empty(),
                    Instant.ofEpochSecond(
                            answer.getAnswerTime().getSeconds(),
                            answer.getAnswerTime().getNanos()));
        }
    }

    private static State state(ContactAnswered answer) {
        return switch (answer.getState()) {
            case CONTACT_STATE_DONE -> State.DONE;
            case CONTACT_STATE_FAILED -> State.FAILED;
            case CONTACT_STATE_REFUSED -> State.CANCELLED;
            case CONTACT_STATE_UNSPECIFIED, UNRECOGNIZED ->
                throw new IllegalArgumentException("an answer to action " + answer.getActionId() + " without a state");
        };
    }
}
