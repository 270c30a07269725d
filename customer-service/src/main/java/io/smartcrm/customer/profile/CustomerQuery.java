package io.smartcrm.customer.profile;

import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.customer.listing.TimePosition;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.Optional;

/**
 * Which customers to list.
 *
 * @param size of a page, 1 to 500
 * @param after the last customer of the page before
 */
record CustomerQuery(Optional<ListFilter<CustomerFilter>> filter, Order order, int size, Optional<TimePosition> after) {

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
                ListFilter.parse(filter, CustomerFilter.class), Order.parse(orderBy), size, Optional.empty());
        return pageToken.isEmpty()
                ? first
                : new CustomerQuery(
                        first.filter, first.order, size, Optional.of(TimePosition.decode(pageToken, first.name())));
    }

    /** The token of the page that begins after a customer. */
    String tokenAfter(Customer last) {
        return new TimePosition(last.createTime(), last.id().value()).encode(name());
    }

    /** Everything that decides the list. */
    private String name() {
        return "customers/" + filter.map(ListFilter::canonical).orElse("") + "/" + order;
    }
}
