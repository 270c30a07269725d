package io.smartcrm.loyalty.privacy;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.PrivacyEvent;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Reads whose processing is restricted: they leave the scores with the next scoring, and come back when it ends; and who
 * objects to being chosen by what is known of them.
 */
@ApplicationScoped
class LimitEvents {
    private static final String RESTRICT =
            "insert into restricted_customer (customer_id) values (?) on conflict do nothing";
    private static final String LIFT = "delete from restricted_customer where customer_id = ?";
    private static final String OBJECT =
            "insert into unprofiled_customer (customer_id) values (?) on conflict do nothing";
    private static final String OBJECT_NO_MORE = "delete from unprofiled_customer where customer_id = ?";
    private static final String HIDE = "delete from rfm_score where customer_id = ?";
    private static final String HIDE_VALUE = "delete from customer_value where customer_id = ?";
    private static final String CHANGED = "update activity_state set changes = changes + 1";

    private final Inbox inbox;

    LimitEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("limits")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, PrivacyEvent.parser(), LimitEvents::project);
    }

    static void project(Connection connection, List<ReceivedEvent<PrivacyEvent>> events) throws SQLException {
        int changed = 0;
        for (ReceivedEvent<PrivacyEvent> event : events) {
            UUID customer = UUID.fromString(event.key());
            ProcessingLimits limits = event.message()
                    .map(message -> message.getProcessingLimitsChanged().getLimits())
                    .orElse(ProcessingLimits.getDefaultInstance());
            boolean restricted = limits.getRestricted();
            update(connection, limits.getNotByProfile() ? OBJECT : OBJECT_NO_MORE, customer);
            changed += update(connection, restricted ? RESTRICT : LIFT, customer);
            if (restricted) {
                update(connection, HIDE, customer);
                update(connection, HIDE_VALUE, customer);
            }
        }
        if (changed > 0) {
            try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
                statement.executeUpdate();
            }
        }
    }

    private static int update(Connection connection, String sql, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, customer);
            return statement.executeUpdate();
        }
    }
}
