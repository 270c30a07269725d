package io.smartcrm.customer.timeline;

import static java.util.stream.Collectors.joining;

import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which part of a customer's timeline to list, newest first.
 *
 * @param kinds one or all
 * @param size of a page, 1 to 500
 * @param after the last entry of the page before
 */
record TimelineQuery(UUID customerId, List<TimelineKind> kinds, int size, Optional<TimePosition> after) {
    TimelineQuery {
        kinds = List.copyOf(kinds);
    }

    /** @throws Failure INVALID when a part cannot be read, or the token belongs to another query */
    static TimelineQuery parse(String customerId, String filter, int pageSize, String pageToken) {
        var first = new TimelineQuery(
                customer(customerId),
                ListFilter.parse(filter, TimelineFilter.class)
                        .map(TimelineQuery::kinds)
                        .orElse(List.of(TimelineKind.values())),
                PageToken.pageSize(pageSize),
                Optional.empty());
        return pageToken.isEmpty()
                ? first
                : new TimelineQuery(
                        first.customerId,
                        first.kinds,
                        first.size,
                        Optional.of(TimePosition.decode(pageToken, first.name())));
    }

    /** The token of the page that begins after an entry. */
    String tokenAfter(TimelineEntry last) {
        return new TimePosition(last.time(), last.id()).encode(name());
    }

    /** Each kind walks its index as far as a page can need; the newest of all are the page. */
    String sql() {
        String branches =
                kinds.stream().map(kind -> kind.branch(after.isPresent())).collect(joining(" union all "));
        return "select * from (" + branches + ") as entry order by time desc, id desc limit ?";
    }

    /** Of {@link #sql}, in their order. */
    List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            parameters.add(customerId);
            after.ifPresent(last -> parameters.addAll(List.of(last.time(), last.id())));
            parameters.add(size + 1);
        }
        parameters.add(size + 1);
        return parameters;
    }

    /** Everything that decides the list. */
    private String name() {
        return "timeline/" + customerId + "/" + kinds;
    }

    private static List<TimelineKind> kinds(ListFilter<TimelineFilter> filter) {
        return Arrays.stream(TimelineKind.values())
                .filter(kind -> kind.name().equals(filter.value()))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> Failure.invalid(
                        "filter", "'" + filter.value() + "' is not one of " + Arrays.toString(TimelineKind.values())));
    }

    private static UUID customer(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("customer", id);
        }
    }
}
