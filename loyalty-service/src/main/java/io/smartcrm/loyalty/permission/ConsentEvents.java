package io.smartcrm.loyalty.permission;

import com.google.protobuf.Timestamp;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Consent;
import io.smartcrm.proto.customer.v1.ConsentChanged;
import io.smartcrm.proto.customer.v1.ConsentEvent;
import io.smartcrm.proto.customer.v1.ConsentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads what customers agreed to. */
@ApplicationScoped
class ConsentEvents {
    private final Inbox inbox;

    ConsentEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("consents")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, ConsentEvent.parser(), ConsentEvents::project);
    }

    private static void project(Connection connection, List<ReceivedEvent<ConsentEvent>> events) throws SQLException {
        Set<String> erased = ErasedCustomers.among(
                connection, events.stream().map(ReceivedEvent::key).collect(Collectors.toSet()));
        new ConsentTable(connection)
                .put(events.stream()
                        .flatMap(event -> event.message().stream())
                        .map(ConsentEvent::getConsentChanged)
                        .filter(changed -> !erased.contains(changed.getConsent().getCustomerId()))
                        .map(ConsentEvents::news)
                        .toList());
    }

    private static ConsentNews news(ConsentChanged changed) {
        Consent consent = changed.getConsent();
        return new ConsentNews(
                new Agreement.Subject(
                        UUID.fromString(consent.getCustomerId()), consent.getPurpose(), consent.getChannel()),
                changed.getWordsTakenBack(),
                consent.getState() == ConsentState.CONSENT_STATE_UNSPECIFIED
                        ? Optional.empty()
                        : Optional.of(agreement(consent)));
    }

    private static Agreement agreement(Consent consent) {
        return new Agreement(
                UUID.fromString(consent.getCustomerId()),
                consent.getPurpose(),
                consent.getChannel(),
                consent.getState() == ConsentState.CONSENT_STATE_GRANTED,
                instant(consent.getEffectiveTime()),
                consent.hasExpireTime() ? Optional.of(instant(consent.getExpireTime())) : Optional.empty());
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
