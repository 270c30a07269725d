package io.smartcrm.loyalty.audience;

import com.google.protobuf.Timestamp;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smartcrm.loyalty.audience.MemberTable.Move;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.occasion.OccasionTable;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.outbox.ErasedCustomers;
import io.smartcrm.outbox.Inbox;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.SegmentEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads who enters and leaves segments. */
@ApplicationScoped
class MemberEvents {
    private final Inbox inbox;

    MemberEvents(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("segments")
    @Blocking
    void receive(ConsumerRecords<String, byte[]> records) {
        inbox.receive(records, SegmentEvent.parser(), MemberEvents::project);
    }

    private static void project(Connection connection, List<ReceivedEvent<SegmentEvent>> events) throws SQLException {
        Set<String> erased = ErasedCustomers.among(
                connection, events.stream().map(ReceivedEvent::key).collect(Collectors.toSet()));
        List<Move> moves = events.stream()
                .filter(event -> !erased.contains(event.key()))
                .flatMap(event -> event.message().stream())
                .flatMap(MemberEvents::move)
                .toList();
        new MemberTable(connection).apply(moves);
        new OccasionTable(connection)
                .note(
                        moves.stream().map(MemberEvents::occasion).toList(),
                        Clock.systemUTC().instant());
    }

    private static Stream<Move> move(SegmentEvent event) {
        return switch (event.getEventCase()) {
            case CUSTOMER_ENTERED -> {
                var entered = event.getCustomerEntered();
                yield Stream.of(move(entered.getSegmentId(), entered.getCustomerId(), true, entered.getEnterTime()));
            }
            case CUSTOMER_LEFT -> {
                var left = event.getCustomerLeft();
                yield Stream.of(move(left.getSegmentId(), left.getCustomerId(), false, left.getLeaveTime()));
            }
            case EVENT_NOT_SET -> Stream.empty();
        };
    }

    private static Move move(String segment, String customer, boolean entered, Timestamp time) {
        return new Move(
                UUID.fromString(segment),
                UUID.fromString(customer),
                entered,
                Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
    }

    private static Occasion occasion(Move move) {
        String segment = move.segment().toString();
        String name = "segment/" + segment + (move.entered() ? "/entered/" : "/left/") + move.time();
        return Occasion.of(Trigger.Kind.SEGMENT, move.customer(), name, move.time())
                .between(move.entered() ? "" : segment, move.entered() ? segment : "");
    }
}
