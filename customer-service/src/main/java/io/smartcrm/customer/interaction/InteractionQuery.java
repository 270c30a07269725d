package io.smartcrm.customer.interaction;

import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.Optional;
import java.util.UUID;

/**
 * Which interactions to list, newest first.
 *
 * @param customerId whose; empty for everyone's
 * @param size of a page, 1 to 500
 * @param after the last interaction of the page before
 */
record InteractionQuery(
        Optional<UUID> customerId,
        Optional<ListFilter<InteractionFilter>> filter,
        int size,
        Optional<TimePosition> after) {

    /** @throws Failure INVALID when a part cannot be read, or the token belongs to another query */
    static InteractionQuery parse(String customerId, String filter, int pageSize, String pageToken) {
        var first = new InteractionQuery(
                customer(customerId),
                ListFilter.parse(filter, InteractionFilter.class),
                PageToken.pageSize(pageSize),
                Optional.empty());
        if (first.customerId.isEmpty()
                && first.filter
                        .map(narrowed -> narrowed.form() != InteractionFilter.ANONYMOUS_ID)
                        .orElse(false)) {
            throw Failure.invalid(
                    "filter", "needs a customer; of everyone's interactions, only anonymousId can be asked");
        }
        return pageToken.isEmpty()
                ? first
                : new InteractionQuery(
                        first.customerId,
                        first.filter,
                        first.size,
                        Optional.of(TimePosition.decode(pageToken, first.name())));
    }

    /** The token of the page that begins after an interaction. */
    String tokenAfter(Interaction last) {
        return new TimePosition(last.occurTime(), last.id()).encode(name());
    }

    /** Everything that decides the list. */
    private String name() {
        return "interactions/" + customerId.map(UUID::toString).orElse("") + "/"
                + filter.map(ListFilter::canonical).orElse("");
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
}
