package io.smartcrm.local.shop;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A service case as it stands when the history ends.
 *
 * @param topic delivery, damage, size, return or invoice
 * @param status open, pending or closed
 * @param priority low, normal, high or urgent
 * @param channel email, phone, chat or web
 * @param satisfaction 1 to 5, if the customer was asked and answered
 */
public record SupportCase(
        String id,
        String customerId,
        String orderNumber,
        String topic,
        String status,
        String priority,
        String channel,
        OffsetDateTime opened,
        Optional<OffsetDateTime> closed,
        OptionalInt satisfaction,
        List<Message> messages) {

    public SupportCase {
        messages = List.copyOf(messages);
    }

    /**
     * @param from customer or agent
     */
    public record Message(OffsetDateTime time, String from, String text) {}
}
