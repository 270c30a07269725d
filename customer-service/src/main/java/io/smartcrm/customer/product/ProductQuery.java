package io.smartcrm.customer.product;

import io.smartcrm.customer.listing.ListFilter;
import io.smartcrm.wire.PageToken;
import java.util.Optional;

/**
 * Which products to list, by code.
 *
 * @param size of a page, 1 to 500
 * @param after the code of the last product of the page before
 */
record ProductQuery(Optional<ListFilter<ProductFilter>> filter, int size, Optional<String> after) {

    /** @throws io.smartcrm.wire.Failure INVALID when a part cannot be read, or the token belongs to another query */
    static ProductQuery parse(String filter, int pageSize, String pageToken) {
        var first = new ProductQuery(
                ListFilter.parse(filter, ProductFilter.class), PageToken.pageSize(pageSize), Optional.empty());
        if (pageToken.isEmpty()) {
            return first;
        }
        String code = PageToken.decode(pageToken, first.name(), 1).keys().get(0);
        return new ProductQuery(first.filter, first.size, Optional.of(code));
    }

    /** The token of the page that begins after a product. */
    String tokenAfter(Product last) {
        return PageToken.of(last.code()).encode(name());
    }

    /** Everything that decides the list. */
    private String name() {
        return "products/" + filter.map(ListFilter::canonical).orElse("");
    }
}
