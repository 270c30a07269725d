package io.smartcrm.customer.profile;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Customers and their identities in the database, within the caller's session. */
@ApplicationScoped
class CustomerStore implements PanacheRepositoryBase<CustomerRow, UUID> {
    private static final String SELECT =
            "select id, name, email, phone, country, create_time, update_time, version from customer";
    private static final String OF_IDENTITY =
            "id = (select customer_id from customer_identity where namespace = ? and value = ?)";
    /** Another transaction that claims the same identity is waited for: it may yet roll back. */
    private static final String CLAIM_IDENTITIES = """
            insert into customer_identity (namespace, value, customer_id)
            select namespace, value, cast(?3 as uuid)
            from unnest(cast(?1 as text[]), cast(?2 as text[])) with ordinality as identity (namespace, value, place)
            order by place
            on conflict do nothing""";

    Uni<Customer> get(CustomerId id) {
        return findById(id.value()).chain(row -> row == null ? unknown(id) : withIdentities(row));
    }

    /** As {@link #get}; others who want to change the customer wait until this transaction ends. */
    Uni<Customer> lock(CustomerId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE)
                .chain(row -> row == null ? unknown(id) : withIdentities(row));
    }

    Uni<Page<Customer>> list(CustomerQuery query) {
        return getSession()
                .chain(session -> select(query).run(session, CustomerRow.class))
                .map(found -> Page.of(found, query.size()))
                .chain(this::withIdentities);
    }

    /** @throws Failure CONFLICT (in the Uni) when one of the identities belongs to another customer, naming them */
    Uni<Void> insert(Customer customer) {
        return persistAndFlush(CustomerRow.of(customer))
                .chain(this::getSession)
                .chain(session -> claimIdentities(session, customer));
    }

    Uni<Void> replace(Customer customer) {
        return findById(customer.id().value())
                .invoke(row -> row.replaceWith(customer))
                .replaceWithVoid();
    }

    static KeysetSelect select(CustomerQuery query) {
        var select = new KeysetSelect(SELECT);
        query.filter().ifPresent(filter -> {
            switch (filter.form()) {
                case COUNTRY -> select.where("country = ?", filter.value());
                case IDENTITY -> {
                    var identity = Identity.parse("filter", filter.value());
                    select.where(OF_IDENTITY, identity.namespace(), identity.value());
                }
                case NAME -> select.where("lower(name) like lower(?)", startingWith(filter.value()));
            }
        });
        return switch (query.order()) {
            case NEWEST_FIRST -> {
                query.after().ifPresent(last -> select.where("(create_time, id) < (?, ?)", last.time(), last.id()));
                yield select.page("create_time desc, id desc", query.size());
            }
            case OLDEST_FIRST -> {
                query.after().ifPresent(last -> select.where("(create_time, id) > (?, ?)", last.time(), last.id()));
                yield select.page("create_time, id", query.size());
            }
        };
    }

    private static String startingWith(String prefix) {
        return prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private Uni<Customer> withIdentities(CustomerRow row) {
        return identitiesOf(List.of(row.id)).map(row::toDomain);
    }

    private Uni<Page<Customer>> withIdentities(Page<CustomerRow> page) {
        if (page.items().isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), false));
        }
        return identitiesOf(page.items().stream().map(row -> row.id).toList())
                .map(found -> found.stream().collect(groupingBy(identity -> identity.customerId)))
                .map(byCustomer -> page.map(row -> row.toDomain(byCustomer.getOrDefault(row.id, List.of()))));
    }

    private Uni<List<IdentityRow>> identitiesOf(List<UUID> customers) {
        return getSession()
                .chain(session -> session.createQuery("from IdentityRow where customerId in ?1", IdentityRow.class)
                        .setParameter(1, customers)
                        .getResultList());
    }

    private static Uni<Void> claimIdentities(Mutiny.Session session, Customer customer) {
        List<Identity> wanted = customer.identities();
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(CLAIM_IDENTITIES)
                .setParameter(1, wanted.stream().map(Identity::namespace).toArray(String[]::new))
                .setParameter(2, wanted.stream().map(Identity::value).toArray(String[]::new))
                .setParameter(3, customer.id().value())
                .executeUpdate()
                .chain(claimed ->
                        claimed == wanted.size() ? Uni.createFrom().voidItem() : refuseTaken(session, customer));
    }

    private static Uni<Void> refuseTaken(Mutiny.Session session, Customer customer) {
        return session.createQuery("from IdentityRow where customerId = ?1", IdentityRow.class)
                .setParameter(1, customer.id().value())
                .getResultList()
                .map(claimed -> claimed.stream().map(IdentityRow::toDomain).toList())
                .map(claimed -> customer.identities().stream()
                        .filter(identity -> !claimed.contains(identity))
                        .toList())
                .chain(taken -> Uni.createFrom()
                        .failure(new Failure(
                                Failure.Kind.CONFLICT, "IDENTITY_TAKEN", "other customers already have " + taken)));
    }

    private static Uni<Customer> unknown(CustomerId id) {
        return Uni.createFrom().failure(Failure.notFound("customer", id.toString()));
    }
}
