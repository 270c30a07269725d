package io.smartcrm.customer.order;

import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * Which orders to list, newest first.
 *
 * @param customerId whose orders; empty for everyone's
 * @param size of a page, 1 to 500
 * @param after the last order of the page before
 */
record OrderQuery(Optional<UUID> customerId, Optional<OrderKind> kind, int size, Optional<TimePosition> after) {

    /** @throws Failure INVALID when a part cannot be read, or the token belongs to another query */
    static OrderQuery parse(String customerId, String filter, int pageSize, String pageToken) {
        var first = new OrderQuery(
                customer(customerId),
                ListFilter.parse(filter, OrderFilter.class).map(OrderQuery::kind),
                PageToken.pageSize(pageSize),
                Optional.empty());
        return pageToken.isEmpty()
                ? first
                : new OrderQuery(
                        first.customerId,
                        first.kind,
                        first.size,
                        Optional.of(TimePosition.decode(pageToken, first.name())));
    }

    /** The token of the page that begins after an order. */
    String tokenAfter(Order last) {
        return new TimePosition(last.orderTime(), last.id().value()).encode(name());
    }

    /** Everything that decides the list. */
    private String name() {
        return "orders/" + customerId.map(UUID::toString).orElse("") + "/"
                + kind.map(OrderKind::name).orElse("");
    }

    private static Optional<UUID> customer(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("customerId", "'" + id + "' is not the id of a customer");
        }
    }

    private static OrderKind kind(ListFilter<OrderFilter> filter) {
        return Arrays.stream(OrderKind.values())
                .filter(kind -> kind.name().equals(filter.value()))
                .findFirst()
                .orElseThrow(() ->
                        Failure.invalid("filter", "'" + filter.value() + "' is not one of SALE, REFUND, ADJUSTMENT"));
    }
}
