package io.smartcrm.customer.profile;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Keeps customers; each change leaves with its event, in one transaction. */
@ApplicationScoped
public class Customers {
    private final CustomerStore store;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    Customers(CustomerStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @WithTransaction
    Uni<Customer> create(List<Identity> identities, Profile profile) {
        var customer = Customer.create(identities, profile, clock.instant());
        return store.insert(customer).chain(() -> publish(customer));
    }

    @WithSession
    Uni<Customer> get(CustomerId id) {
        return store.get(id);
    }

    @WithSession
    Uni<Page<Customer>> list(CustomerQuery query) {
        return store.list(query);
    }

    /** Replaces the named parts of a profile, if the etag is still the customer's. */
    @WithTransaction
    Uni<Customer> update(CustomerId id, String etag, Set<ProfileField> fields, Profile newParts) {
        return store.lock(id).chain(current -> {
            var changed = current.update(etag, fields, newParts, clock.instant());
            return changed.equals(current)
                    ? Uni.createFrom().item(current)
                    : store.replace(changed).chain(() -> publish(changed));
        });
    }

    private Uni<Customer> publish(Customer customer) {
        return store.getSession()
                .chain(session -> outbox.append(session, CustomerEvents.changed(customer)))
                .replaceWith(customer);
    }
}
