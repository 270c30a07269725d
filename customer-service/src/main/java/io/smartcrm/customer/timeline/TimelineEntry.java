package io.smartcrm.customer.timeline;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened between a customer and us, in short.
 *
 * @param id of the order, case or interaction
 * @param type kind of an order, status of a case, type of an interaction
 * @param title number of an order, subject of a case, name of an interaction
 * @param total of an order
 * @param direction of an interaction, else empty
 * @param deliveryState of a message to the customer, else empty
 */
record TimelineEntry(
        TimelineKind kind,
        UUID id,
        Instant time,
        String type,
        String channel,
        String title,
        Optional<Money> total,
        String direction,
        String deliveryState) {
    TimelineEntry {
        requireNonNull(kind, "kind is null");
        requireNonNull(id, "id is null");
        requireNonNull(time, "time is null");
    }
}
