package io.smartcrm.customer.order;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks orders up. */
@ApplicationScoped
public class Orders {
    private final OrderStore store;

    Orders(OrderStore store) {
        this.store = store;
    }

    @WithSession
    Uni<Order> get(OrderId id) {
        return store.get(id);
    }

    @WithSession
    Uni<Page<Order>> list(OrderQuery query) {
        return store.list(query);
    }

    /** By country and currency. */
    @WithSession
    Uni<List<CountryTotal>> countryTotals() {
        return store.countryTotals();
    }
}
