package io.smartcrm.customer.interaction;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.customer.profile.VisibleTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Looks interactions up. */
@ApplicationScoped
class Interactions {
    private final InteractionStore store;
    private final CustomerScope scope;

    Interactions(InteractionStore store, CustomerScope scope) {
        this.store = store;
        this.scope = scope;
    }

    @WithSession
    Uni<Interaction> get(InteractionId id) {
        return store.get(id)
                .call(found -> found.customerId()
                        .map(this::checkKnown)
                        .orElse(Uni.createFrom().voidItem()));
    }

    @WithSession
    Uni<Page<Interaction>> list(InteractionQuery query) {
        VisibleTeams visible = scope.visible();
        return query.customerId()
                .map(this::checkKnown)
                .orElse(Uni.createFrom().voidItem())
                .chain(() -> store.list(query, visible));
    }

    private Uni<Void> checkKnown(UUID customer) {
        return store.getSession().chain(session -> scope.check(session, customer));
    }
}
