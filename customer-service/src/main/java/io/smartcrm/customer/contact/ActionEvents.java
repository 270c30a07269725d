package io.smartcrm.customer.contact;

import com.google.protobuf.Timestamp;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.customer.supportcase.CaseTasks;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.ContactAnswered;
import io.smartcrm.proto.customer.v1.ContactEvent;
import io.smartcrm.proto.customer.v1.ContactState;
import io.smartcrm.proto.loyalty.v1.EmailOrdered;
import io.smartcrm.proto.loyalty.v1.StrategyActionEvent;
import io.smartcrm.proto.loyalty.v1.TaskOrdered;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what strategies order, and answers what became of it. */
@ApplicationScoped
class ActionEvents {
    private final Inbox inbox;
    private final Outbox outbox;
    private final CaseTasks tasks;

    ActionEvents(Inbox inbox, Outbox outbox, CaseTasks tasks) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.tasks = tasks;
    }

    @Incoming("strategy-actions")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, StrategyActionEvent.parser(), this::project);
    }

    private void project(Connection connection, List<ReceivedEvent<StrategyActionEvent>> events) throws SQLException {
        for (ReceivedEvent<StrategyActionEvent> event : events) {
            StrategyActionEvent message = event.message().orElse(StrategyActionEvent.getDefaultInstance());
            switch (message.getEventCase()) {
                case EMAIL_ORDERED -> order(connection, message.getEmailOrdered());
                case TASK_ORDERED -> open(connection, message.getTaskOrdered());
                case STRATEGY_ACTION_DONE, EVENT_NOT_SET -> {}
            }
        }
    }

    private void order(Connection connection, EmailOrdered ordered) throws SQLException {
        var letter = new Letter(
                UUID.fromString(ordered.getActionId()),
                UUID.fromString(ordered.getCustomerId()),
                ordered.getPurpose(),
                ordered.getSubject(),
                ordered.getText(),
                ordered.getHtml(),
                ordered.getFactsMap(),
                0);
        var table = new LetterTable(connection);
        if (!table.order(letter) && !table.ordered(letter.id())) {
            answer(connection, letter.id(), letter.customer(), Letter.State.REFUSED, "CUSTOMER_NOT_FOUND");
        }
    }

    private void open(Connection connection, TaskOrdered ordered) throws SQLException {
        UUID action = UUID.fromString(ordered.getActionId());
        UUID customer = UUID.fromString(ordered.getCustomerId());
        try {
            String opened = tasks.open(connection, customer, ordered.getSubject(), ordered.getUrgency());
            answer(connection, action, customer, Letter.State.SENT, opened);
        } catch (Failure refused) {
            answer(connection, action, customer, Letter.State.REFUSED, refused.reason());
        }
    }

    private void answer(Connection connection, UUID action, UUID customer, Letter.State state, String outcome)
            throws SQLException {
        outbox.append(connection, List.of(answer(action, customer, state, outcome)));
    }

    static OutboxEvent answer(UUID action, UUID customer, Letter.State state, String outcome) {
        Instant now = Instant.now();
        var fact = ContactAnswered.newBuilder()
                .setActionId(action.toString())
                .setCustomerId(customer.toString())
                .setState(
                        switch (state) {
                            case SENT -> ContactState.CONTACT_STATE_DONE;
                            case FAILED -> ContactState.CONTACT_STATE_FAILED;
                            case REFUSED -> ContactState.CONTACT_STATE_REFUSED;
                            case DUE -> throw new IllegalArgumentException("nothing became of " + action + " yet");
                        })
                .setOutcome(outcome)
                .setAnswerTime(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()))
                .build();
        var event = ContactEvent.newBuilder().setContactAnswered(fact).build();
        return OutboxEvent.of(Topics.CONTACTS, customer.toString(), fact, event);
    }
}
