package io.smartcrm.loyalty.birthday;

import com.google.protobuf.Value;
import io.quarkus.arc.All;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads when customers have birthday. */
@ApplicationScoped
class CustomerEvents {
    private final Inbox inbox;
    private final String attribute;
    private final List<FurtherCustomerEvents> followers;

    CustomerEvents(Inbox inbox, BirthdayConfig config, @All List<FurtherCustomerEvents> followers) {
        this.inbox = inbox;
        this.followers = followers;
        this.attribute = config.attribute();
    }

    @Incoming("customers")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, CustomerEvent.parser(), this::project);
    }

    private void project(Connection connection, List<ReceivedEvent<CustomerEvent>> events) throws SQLException {
        Set<String> erased = ErasedCustomers.among(
                connection, events.stream().map(ReceivedEvent::key).collect(Collectors.toSet()));
        Map<UUID, Optional<LocalDate>> told = new LinkedHashMap<>();
        for (ReceivedEvent<CustomerEvent> event : events) {
            Optional<LocalDate> birthday = erased.contains(event.key())
                    ? Optional.empty()
                    : event.message().flatMap(this::birthday);
            told.put(UUID.fromString(event.key()), birthday);
        }
        new BirthdayTable(connection).put(told);
        List<ReceivedEvent<CustomerEvent>> known =
                events.stream().filter(event -> !erased.contains(event.key())).toList();
        for (FurtherCustomerEvents follower : followers) {
            follower.apply(connection, known);
        }
    }

    /** Whoever was merged into another customer has none. */
    private Optional<LocalDate> birthday(CustomerEvent event) {
        var customer = event.getCustomerChanged().getCustomer();
        Value value = customer.getAttributesOrDefault(attribute, Value.getDefaultInstance());
        if (!customer.getMergedInto().isEmpty() || value.getStringValue().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value.getStringValue()));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
