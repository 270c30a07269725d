package io.smartcrm.gateway.interaction;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that a customer did, or one message to a customer. */
@Schema(name = "Interaction")
public record InteractionView(
        String id,

        @Schema(description = "Absent while it is unknown whose it is") @Nullable
        String customerId,

        @Nullable String anonymousId,

        @Schema(description = "IN: from the customer, OUT: to the customer")
        String direction,

        String type,
        @Nullable String channel,
        @Nullable String name,
        @Nullable Instant occurTime,
        @Nullable Instant receiveTime,
        @Nullable String productId,
        @JsonRawValue @Schema(implementation = Object.class) String properties,
        @Nullable String messageId,

        @Schema(description = "How far a message to the customer has come") @Nullable
        String deliveryState,

        List<DeliveryView> deliveries) {
    public InteractionView {
        deliveries = List.copyOf(deliveries);
    }

    /** A state that a message came to. */
    @Schema(name = "Delivery")
    public record DeliveryView(String state, @Nullable Instant reportTime) {}
}
