package io.smartcrm.customer.supportcase;

import static java.util.stream.Collectors.joining;

import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Which cases to list, newest first.
 *
 * @param filters a value for each of some fields
 * @param after the last case of the page before
 */
record CaseQuery(Optional<UUID> customer, Map<CaseFilter, String> filters, int size, Optional<TimePosition> after) {
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");

    CaseQuery {
        filters = Map.copyOf(filters);
    }

    /** @throws Failure INVALID when a part cannot be read, or the token belongs to another query */
    static CaseQuery parse(String customerId, String filter, int pageSize, String pageToken) {
        var first =
                new CaseQuery(customer(customerId), filters(filter), PageToken.pageSize(pageSize), Optional.empty());
        return pageToken.isEmpty()
                ? first
                : new CaseQuery(
                        first.customer,
                        first.filters,
                        first.size,
                        Optional.of(TimePosition.decode(pageToken, first.name())));
    }

    /** The token of the page that begins after a case. */
    String tokenAfter(SupportCase last) {
        return new TimePosition(last.openTime(), last.id().value()).encode(name());
    }

    void narrow(KeysetSelect select) {
        customer.ifPresent(id -> select.where("customer_id = ?", id));
        filters.forEach((form, value) -> {
            switch (form) {
                case ASSIGNEE -> select.where("assignee = ? and assignee <> ''", value);
                case STATUS -> select.where("status = ?", value);
                case PRIORITY -> priority(select, value);
            }
        });
        after.ifPresent(last -> select.where("(open_time, id) < (?, ?)", last.time(), last.id()));
        select.page("open_time desc, id desc", size);
    }

    /** Only what is not normal has an index. */
    private static void priority(KeysetSelect select, String value) {
        select.where("priority = ?", value);
        if (!value.equals(CasePriority.NORMAL.name())) {
            select.where("priority <> 'NORMAL'");
        }
    }

    /** Everything that decides the list. */
    private String name() {
        return "support-cases/" + customer.map(UUID::toString).orElse("") + "/"
                + filters.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Object::toString)
                        .collect(joining("/"));
    }

    private static Map<CaseFilter, String> filters(String text) {
        Map<CaseFilter, String> filters = new EnumMap<>(CaseFilter.class);
        for (String part : text.isBlank() ? new String[0] : AND.split(text.strip(), -1)) {
            ListFilter.parse(part, CaseFilter.class).ifPresent(filter -> {
                if (filters.put(filter.form(), filter.value()) != null) {
                    throw Failure.invalid("filter", filter.form().field() + " is given twice");
                }
            });
        }
        check(filters, CaseFilter.STATUS, CaseStatus.values());
        check(filters, CaseFilter.PRIORITY, CasePriority.values());
        return filters;
    }

    private static void check(Map<CaseFilter, String> filters, CaseFilter form, Enum<?>[] known) {
        String value = filters.get(form);
        if (value != null && Arrays.stream(known).noneMatch(one -> one.name().equals(value))) {
            throw Failure.invalid("filter", "'" + value + "' is not one of " + Arrays.toString(known));
        }
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
