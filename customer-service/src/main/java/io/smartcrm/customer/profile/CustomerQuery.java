package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.joining;

import io.smartcrm.customer.attribute.AttributeDefinition;
import io.smartcrm.customer.attribute.AttributeSchema;
import io.smartcrm.customer.attribute.AttributeType;
import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which customers to list.
 *
 * @param filters at most one that is no range
 * @param size of a page, 1 to 500
 * @param after the last customer of the page before
 */
record CustomerQuery(List<ListFilter<CustomerFilter>> filters, Order order, int size, Optional<TimePosition> after) {
    CustomerQuery {
        filters = List.copyOf(filters);
        if (filters.stream().filter(filter -> !filter.form().isRange()).count() > 1) {
            throw Failure.invalid("filter", "only one field can stand beside createTime; a segment tells of several");
        }
    }

    /** By creation time. */
    enum Order {
        NEWEST_FIRST("create_time desc"),
        OLDEST_FIRST("create_time");

        private final String text;

        Order(String text) {
            this.text = text;
        }

        private static Order parse(String text) {
            String spaced = text.strip().replaceAll("\\s+", " ");
            if (spaced.isEmpty() || spaced.equals(NEWEST_FIRST.text)) {
                return NEWEST_FIRST;
            }
            if (spaced.equals(OLDEST_FIRST.text)) {
                return OLDEST_FIRST;
            }
            throw Failure.invalid("orderBy", "'" + text + "' is not one of: create_time desc, create_time");
        }
    }

    /** @throws Failure INVALID when a part cannot be read, or the token belongs to another query */
    static CustomerQuery parse(String filter, String orderBy, int pageSize, String pageToken) {
        int size = PageToken.pageSize(pageSize);
        var first = new CustomerQuery(
                ListFilter.parseAll(filter, CustomerFilter.class), Order.parse(orderBy), size, Optional.empty());
        first.from();
        first.before();
        return pageToken.isEmpty()
                ? first
                : new CustomerQuery(
                        first.filters, first.order, size, Optional.of(TimePosition.decode(pageToken, first.name())));
    }

    Optional<ListFilter<CustomerFilter>> filter() {
        return filters.stream().filter(filter -> !filter.form().isRange()).findFirst();
    }

    Optional<Instant> from() {
        return time(CustomerFilter.CREATED_FROM);
    }

    Optional<Instant> before() {
        return time(CustomerFilter.CREATED_BEFORE);
    }

    boolean needsSchema() {
        return filter().filter(filter -> filter.form() == CustomerFilter.ATTRIBUTE)
                .isPresent();
    }

    /**
     * The tag or the attribute's value as the index of facets names it.
     *
     * @throws Failure INVALID when the attribute is not defined or not indexed, or cannot have the value
     */
    Optional<String> facet(AttributeSchema schema) {
        return filter().flatMap(filter -> switch (filter.form()) {
            case TAG -> Optional.of("tag:" + filter.value());
            case ATTRIBUTE -> Optional.of(attributeFacet(schema, filter.value()));
            case COUNTRY, TEAM, IDENTITY, EMAIL, PHONE, NAME, CREATED_FROM, CREATED_BEFORE -> Optional.empty();
        });
    }

    /** The token of the page that begins after a customer. */
    String tokenAfter(Customer last) {
        return new TimePosition(last.createTime(), last.id().value()).encode(name());
    }

    /** Everything that decides the list. */
    private String name() {
        return "customers/" + filters.stream().map(ListFilter::canonical).collect(joining("&")) + "/" + order;
    }

    private Optional<Instant> time(CustomerFilter form) {
        return filters.stream()
                .filter(filter -> filter.form() == form)
                .findFirst()
                .map(filter -> {
                    try {
                        return Instant.parse(filter.value());
                    } catch (DateTimeException noTime) {
                        throw Failure.invalid(
                                "filter", "'" + filter.value() + "' is not a time, such as 2026-01-01T00:00:00Z");
                    }
                });
    }

    private static String attributeFacet(AttributeSchema schema, String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw Failure.invalid("filter", "'" + text + "' is not an attribute and its value, such as size:L");
        }
        AttributeDefinition definition = schema.definition(text.substring(0, colon));
        if (!definition.indexed()) {
            throw Failure.invalid(
                    "filter",
                    "attribute '" + definition.name() + "' is not indexed; these are: "
                            + schema.definitions().stream()
                                    .filter(AttributeDefinition::indexed)
                                    .map(AttributeDefinition::name)
                                    .sorted()
                                    .toList());
        }
        Object value = definition.check(value(definition.type(), text.substring(colon + 1)));
        String plain = value instanceof Number ? new BigDecimal(value.toString()).toPlainString() : value.toString();
        return "attribute:" + definition.name() + "=" + plain;
    }

    private static Object value(AttributeType type, String text) {
        try {
            return switch (type) {
                case NUMBER -> new BigDecimal(text);
                case BOOLEAN -> text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
                case TEXT, DATE, ENUMERATION -> text;
            };
        } catch (NumberFormatException noNumber) {
            return text;
        }
    }
}
