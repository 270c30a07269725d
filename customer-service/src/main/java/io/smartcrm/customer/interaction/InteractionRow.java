package io.smartcrm.customer.interaction;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** For reading; {@link InteractionTable} writes. */
@Entity
@Table(name = "interaction")
class InteractionRow {
    @Id
    UUID id;

    @Column(name = "customer_id")
    @Nullable
    UUID customerId;

    @Column(name = "anonymous_id")
    @Nullable
    String anonymousId;

    @Enumerated(EnumType.STRING)
    Direction direction;

    String type;
    String channel;
    String name;

    @Column(name = "occur_time")
    Instant occurTime;

    @Column(name = "receive_time")
    Instant receiveTime;

    @Column(name = "product_id")
    @Nullable
    UUID productId;

    /** JSON, selected as text. */
    String properties;

    @Column(name = "message_id")
    String messageId;

    @Column(name = "delivery_state")
    @Nullable
    String deliveryState;

    /** JSON, selected as text. */
    String deliveries;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected InteractionRow() {}

    Interaction toDomain() {
        return new Interaction(
                id,
                Optional.ofNullable(customerId),
                anonymousId == null ? "" : anonymousId,
                direction,
                type,
                channel,
                name,
                occurTime,
                receiveTime,
                Optional.ofNullable(productId),
                properties,
                messageId,
                InteractionTable.deliveries(deliveryState, deliveries),
                version);
    }
}
