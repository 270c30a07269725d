package io.smartcrm.gateway.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An interaction as its source tells it. */
@Schema(examples = """
    {"messageId": "01J9-view-1", "userId": "shop:12347", "type": "view", "name": "Product Viewed", \
    "channel": "web", "product": "85123A", "properties": {"price": 2.55}}\
    """)
public record NewInteraction(
        @Schema(description = "The source's own name of it, best a UUID; a known one is a duplicate") @Nullable
        String messageId,

        @Schema(description = "Our id of the customer") @Nullable
        String customerId,

        @Schema(description = "The customer's name in another system: namespace:value, or a value of the shop's")
        @Nullable
        String userId,

        @Schema(description = "What a device calls the visitor") @Nullable
        String anonymousId,

        @Schema(description = "IN or OUT; absent: what the name says") @Nullable
        String direction,

        @Schema(description = "Such as view, click, cart, search, visit, call or message; absent: what the name says")
        @Nullable
        String type,

        @Nullable String channel,
        @Nullable String name,

        @Schema(description = "Absent: now") @Nullable Instant occurTime,

        @Schema(description = "Id or code; absent: product_id or sku of the properties") @Nullable
        String product,

        @Schema(implementation = Object.class) @Nullable JsonNode properties,

        @Schema(description = "Of a message to the customer, such as SENT") @Nullable
        String deliveryState,

        @Schema(description = "The visitor is this user or customer") @Nullable
        Person identification) {
    /** Who somebody is; what the customer's profile has already stays. */
    @Schema(name = "Identification")
    public record Person(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String country) {
        static final Person UNTOLD = new Person(null, null, null, null);
    }

    NewInteraction named(String id) {
        return messageId != null && !messageId.isEmpty()
                ? this
                : new NewInteraction(
                        id,
                        customerId,
                        userId,
                        anonymousId,
                        direction,
                        type,
                        channel,
                        name,
                        occurTime,
                        product,
                        properties,
                        deliveryState,
                        identification);
    }
}
