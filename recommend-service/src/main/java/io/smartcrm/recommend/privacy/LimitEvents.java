package io.smartcrm.recommend.privacy;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.PrivacyEvent;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import io.smartcrm.recommend.feedback.FeedbackState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads whose profile must not be used: answers change at once, models with the next training. */
@ApplicationScoped
class LimitEvents {
    private static final String PUT = """
        insert into customer_limit (customer_id, restricted, not_by_profile) values (?, ?, ?)
        on conflict (customer_id) do update
        set restricted = excluded.restricted, not_by_profile = excluded.not_by_profile\
        """;
    private static final String LIFT = "delete from customer_limit where customer_id = ?";

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
        for (ReceivedEvent<PrivacyEvent> event : events) {
            ProcessingLimits limits = event.message()
                    .map(message -> message.getProcessingLimitsChanged().getLimits())
                    .orElse(ProcessingLimits.getDefaultInstance());
            boolean limited = limits.getRestricted() || limits.getNotByProfile();
            try (PreparedStatement statement = connection.prepareStatement(limited ? PUT : LIFT)) {
                statement.setString(1, event.key());
                if (limited) {
                    statement.setBoolean(2, limits.getRestricted());
                    statement.setBoolean(3, limits.getNotByProfile());
                }
                statement.executeUpdate();
            }
        }
        FeedbackState.advance(connection);
    }
}
