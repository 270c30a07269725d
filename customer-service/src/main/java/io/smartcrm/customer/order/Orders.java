package io.smartcrm.customer.order;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Looks orders up. */
@ApplicationScoped
public class Orders {
    private final OrderStore store;
    private final CustomerScope scope;

    Orders(OrderStore store, CustomerScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @WithSession
    Uni<Order> get(OrderId id) {
        VisibleTeams visible = scope.visible();
        return store.get(id)
                .call(order ->
                        visible.equals(VisibleTeams.ALL) || order.customerId().isEmpty()
                                ? Uni.createFrom().voidItem()
                                : store.getSession()
                                        .chain(session -> scope.check(
                                                session, order.customerId().orElseThrow())));
    }

    @WithSession
    Uni<Page<Order>> list(OrderQuery query) {
        return store.list(query, scope.visible());
    }

    /** By country and currency. */
    @WithSession
    Uni<List<CountryTotal>> countryTotals() {
        return store.countryTotals();
    }
}
