package io.smartcrm.loyalty.standing;

import com.google.protobuf.Timestamp;
import io.smartcrm.loyalty.activity.FurtherOrderEvents;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.outbox.ReceivedEvent;
import io.smartcrm.proto.customer.v1.Order;
import io.smartcrm.proto.customer.v1.OrderEvent;
import io.smartcrm.proto.loyalty.v1.LifecycleEvent;
import io.smartcrm.proto.loyalty.v1.LifecycleState;
import io.smartcrm.proto.loyalty.v1.LifecycleStateChanged;
import io.smartcrm.wire.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes those due who bought, and tells who passed to another state. */
@ApplicationScoped
class StandingEvents implements FurtherOrderEvents {
    @Override
    public void apply(Connection connection, List<ReceivedEvent<OrderEvent>> events, Set<String> erased)
            throws SQLException {
        TreeSet<UUID> concerned = events.stream()
                .flatMap(event -> event.message().stream())
                .flatMap(StandingEvents::order)
                .map(Order::getCustomerId)
                .filter(customer -> !customer.isEmpty() && !erased.contains(customer))
                .map(UUID::fromString)
                .collect(Collectors.toCollection(TreeSet::new));
        new StandingTable(connection).due(concerned);
    }

    private static Stream<Order> order(OrderEvent event) {
        return switch (event.getEventCase()) {
            case ORDER_PLACED -> Stream.of(event.getOrderPlaced().getOrder());
            case REFUND_ISSUED, EVENT_NOT_SET -> Stream.empty();
            // A sale that was cancelled is none any more.
            case ADJUSTMENT_BOOKED -> Stream.of(event.getAdjustmentBooked().getOrder());
        };
    }

    static OutboxEvent changed(Transition transition) {
        var fact = LifecycleStateChanged.newBuilder()
                .setCustomerId(transition.customer().toString())
                .setFromState(state(transition.from()))
                .setToState(state(transition.to()))
                .setChangeTime(timestamp(transition.time()))
                .build();
        var event = LifecycleEvent.newBuilder().setLifecycleStateChanged(fact).build();
        return OutboxEvent.of(Topics.LIFECYCLES, transition.customer().toString(), fact, event);
    }

    private static LifecycleState state(io.smartcrm.loyalty.lifecycle.LifecycleState.Name name) {
        return LifecycleState.valueOf("LIFECYCLE_STATE_" + name.name());
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
