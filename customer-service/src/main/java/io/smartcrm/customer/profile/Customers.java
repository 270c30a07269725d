package io.smartcrm.customer.profile;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.attribute.AttributeSchema;
import io.smartcrm.customer.attribute.Attributes;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Keeps customers; each change leaves with its event, in one transaction. A caller works on those of the own scope. */
@ApplicationScoped
public class Customers {
    private static final AttributeSchema NO_SCHEMA = new AttributeSchema(List.of());

    private final CustomerStore store;
    private final CustomerReader reader;
    private final CustomerScope scope;
    private final Attributes attributes;
    private final ProfileSeal seal;
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    Customers(
            CustomerStore store,
            CustomerReader reader,
            CustomerScope scope,
            Attributes attributes,
            ProfileSeal seal,
            Outbox outbox) {
        this.store = store;
        this.reader = reader;
        this.scope = scope;
        this.attributes = attributes;
        this.seal = seal;
        this.outbox = outbox;
    }

    /** A customer recorded by an agent is of the agent's team unless another one is named. */
    @WithTransaction
    Uni<Customer> create(List<Identity> identities, Profile profile, Labels labels) {
        VisibleTeams visible = scope.visible();
        Labels placed = labels.team().isEmpty() ? labels.ofTeam(visible.own()) : labels;
        checkTeam(visible, placed.team());
        return checked(placed).chain(known -> {
            var customer = Customer.create(identities, profile, known, clock.instant());
            return store.insert(customer).chain(() -> publish(customer));
        });
    }

    Uni<Customer> get(CustomerId id) {
        VisibleTeams visible = scope.visible();
        return reader.read(id)
                .map(found -> found.filter(
                                customer -> visible.include(customer.labels().team()))
                        .orElseThrow(() -> Failure.notFound("customer", id.toString())));
    }

    @WithSession
    Uni<Page<Customer>> list(CustomerQuery query) {
        VisibleTeams visible = scope.visible();
        return (query.needsSchema() ? attributes.schema() : Uni.createFrom().item(NO_SCHEMA))
                .map(schema -> new CustomerSelect(query, query.facet(schema), visible, seal))
                .chain(select -> store.list(select.statement(), query.size()));
    }

    /** Replaces the named parts of a customer, if the etag is still the customer's. */
    @WithTransaction
    Uni<Customer> update(CustomerId id, String etag, CustomerChange change) {
        VisibleTeams visible = scope.visible();
        if (change.fields().contains(ProfileField.TEAM)) {
            checkTeam(visible, change.labels().team());
        }
        Uni<CustomerChange> checked = change.touchesAttributes()
                ? checked(change.labels()).map(change::withLabels)
                : Uni.createFrom().item(change);
        return checked.chain(known -> store.lock(id, visible).chain(current -> {
            var changed = current.update(etag, known, clock.instant());
            return changed.equals(current)
                    ? Uni.createFrom().item(current)
                    : store.replace(current, changed).chain(() -> publish(changed));
        }));
    }

    private Uni<Labels> checked(Labels labels) {
        if (labels.attributes().isEmpty()) {
            return Uni.createFrom().item(labels);
        }
        return attributes
                .schema()
                .map(schema -> new Labels(labels.tags(), schema.check(labels.attributes()), labels.team()));
    }

    private static void checkTeam(VisibleTeams visible, String team) {
        if (!visible.include(team)) {
            throw new Failure(
                    Failure.Kind.DENIED,
                    "TEAM_DENIED",
                    "team '" + team + "' is not yours: you give customers to "
                            + visible.names().orElse(List.of()));
        }
    }

    private Uni<Customer> publish(Customer customer) {
        return store.getSession()
                .chain(session -> outbox.append(session, CustomerEvents.changed(customer)))
                .replaceWith(customer);
    }
}
