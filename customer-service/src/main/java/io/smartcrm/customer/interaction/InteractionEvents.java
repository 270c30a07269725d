package io.smartcrm.customer.interaction;

import com.google.protobuf.Timestamp;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.Delivery;
import io.smartcrm.proto.customer.v1.InteractionDirection;
import io.smartcrm.proto.customer.v1.InteractionEvent;
import io.smartcrm.proto.customer.v1.InteractionsRecorded;
import io.smartcrm.proto.customer.v1.InteractionsTakenBack;
import io.smartcrm.wire.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What the rest of the suite learns about interactions: all but their properties. */
final class InteractionEvents {
    /** At most a kilobyte each; an event holds a megabyte. */
    private static final int MOST_A_MESSAGE = 500;

    private InteractionEvents() {}

    /** One event for all interactions of a customer or visitor. */
    static List<OutboxEvent> recorded(Collection<Interaction> interactions) {
        return byKey(interactions, InteractionEvents::recorded);
    }

    /** They are no more. */
    static List<OutboxEvent> takenBack(Collection<Interaction> interactions) {
        return byKey(interactions, InteractionEvents::takenBack);
    }

    private static List<OutboxEvent> byKey(
            Collection<Interaction> interactions, BiFunction<String, List<Interaction>, OutboxEvent> event) {
        Map<String, List<Interaction>> byKey = new LinkedHashMap<>();
        interactions.forEach(interaction -> byKey.computeIfAbsent(interaction.key(), key -> new ArrayList<>())
                .add(interaction));
        List<OutboxEvent> events = new ArrayList<>(byKey.size());
        byKey.forEach((key, all) -> {
            for (int start = 0; start < all.size(); start += MOST_A_MESSAGE) {
                events.add(event.apply(key, all.subList(start, Math.min(all.size(), start + MOST_A_MESSAGE))));
            }
        });
        return events;
    }

    private static OutboxEvent recorded(String key, List<Interaction> interactions) {
        var fact = InteractionsRecorded.newBuilder();
        interactions.forEach(interaction -> fact.addInteractions(message(interaction)));
        return OutboxEvent.of(
                Topics.INTERACTIONS,
                key,
                fact.build(),
                InteractionEvent.newBuilder().setInteractionsRecorded(fact).build());
    }

    private static OutboxEvent takenBack(String key, List<Interaction> interactions) {
        var fact = InteractionsTakenBack.newBuilder();
        interactions.forEach(
                interaction -> fact.addInteractionIds(interaction.id().toString()));
        return OutboxEvent.of(
                Topics.INTERACTIONS,
                key,
                fact.build(),
                InteractionEvent.newBuilder().setInteractionsTakenBack(fact).build());
    }

    /** The message without properties. */
    static io.smartcrm.proto.customer.v1.Interaction.Builder message(Interaction interaction) {
        var message = io.smartcrm.proto.customer.v1.Interaction.newBuilder()
                .setId(interaction.id().toString())
                .setAnonymousId(interaction.anonymousId())
                .setDirection(message(interaction.direction()))
                .setType(interaction.type())
                .setChannel(interaction.channel())
                .setName(interaction.name())
                .setOccurTime(timestamp(interaction.occurTime()))
                .setReceiveTime(timestamp(interaction.receiveTime()))
                .setMessageId(interaction.messageId())
                .setVersion(interaction.version());
        interaction.customerId().ifPresent(customer -> message.setCustomerId(customer.toString()));
        interaction.productId().ifPresent(product -> message.setProductId(product.toString()));
        interaction.deliveries().ifPresent(deliveries -> {
            message.setDeliveryState(message(deliveries.state()));
            deliveries
                    .times()
                    .forEach((state, time) -> message.addDeliveries(
                            Delivery.newBuilder().setState(message(state)).setReportTime(timestamp(time))));
        });
        return message;
    }

    static io.smartcrm.proto.customer.v1.DeliveryState message(DeliveryState state) {
        return io.smartcrm.proto.customer.v1.DeliveryState.valueOf("DELIVERY_STATE_" + state);
    }

    private static InteractionDirection message(Direction direction) {
        return switch (direction) {
            case IN -> InteractionDirection.INTERACTION_DIRECTION_IN;
            case OUT -> InteractionDirection.INTERACTION_DIRECTION_OUT;
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
