package io.smartcrm.customer.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.KeysetSelect;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Customers and their identities in the database, within the caller's session. */
@ApplicationScoped
class CustomerStore implements PanacheRepositoryBase<CustomerRow, UUID> {
    /** Another transaction that claims the same identity is waited for: it may yet roll back. */
    private static final String CLAIM_IDENTITIES = """
        insert into customer_identity (namespace, value_code, value, customer_id)
        select namespace, value_code, decode(value, 'hex'), cast(?4 as uuid)
        from unnest(cast(?1 as text[]), cast(?2 as uuid[]), cast(?3 as text[]))
            with ordinality as identity (namespace, value_code, value, place)
        order by place
        on conflict do nothing\
        """;

    private static final String GIVE_UP_IDENTITIES = """
        delete from customer_identity where customer_id = ?3 and (namespace, value_code) in
            (select * from unnest(cast(?1 as text[]), cast(?2 as uuid[])))\
        """;

    private static final String IDENTITIES =
            "select * from customer_identity where customer_id = any(cast(?1 as uuid[]))";

    private final Vault vault;
    private final ProfileSeal seal;

    CustomerStore(Vault vault, ProfileSeal seal) {
        this.vault = vault;
        this.seal = seal;
    }

    /** Others who want to change the customer wait until this transaction ends. */
    Uni<Customer> lock(CustomerId id, VisibleTeams visible) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE).chain(row -> seen(row, id, visible));
    }

    Uni<Page<Customer>> list(KeysetSelect select, int size) {
        return getSession()
                .chain(session -> select.run(session, CustomerRow.class))
                .map(found -> Page.of(found, size))
                .chain(this::whole);
    }

    /** @throws Failure CONFLICT (in the Uni) when one of the identities belongs to another customer, naming them */
    Uni<Void> insert(Customer customer) {
        return getSession()
                .chain(session -> vault.create(session, customer.id().value())
                        .chain(key -> persistAndFlush(CustomerRow.of(customer, seal.seal(key, customer.profile())))
                                .chain(() -> claimIdentities(session, key, customer, customer.identities()))));
    }

    /** As {@link #insert}, of a customer who is there. */
    Uni<Void> replace(Customer current, Customer changed) {
        UUID id = changed.id().value();
        return getSession()
                .chain(session -> vault.key(session, id)
                        .chain(key -> findById(id)
                                .invoke(row -> row.replaceWith(changed, seal.seal(key, changed.profile())))
                                .chain(() -> giveUpIdentities(session, current, without(current, changed)))
                                .chain(() -> claimIdentities(session, key, changed, without(changed, current)))));
    }

    private static List<Identity> without(Customer one, Customer other) {
        return one.identities().stream()
                .filter(identity -> !other.identities().contains(identity))
                .toList();
    }

    private Uni<Customer> seen(CustomerRow row, CustomerId id, VisibleTeams visible) {
        if (row == null || !visible.include(row.team)) {
            return Uni.createFrom().failure(Failure.notFound("customer", id.toString()));
        }
        return whole(new Page<>(List.of(row), false)).map(page -> page.items().get(0));
    }

    private Uni<Page<Customer>> whole(Page<CustomerRow> page) {
        if (page.items().isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), false));
        }
        List<UUID> ids = page.items().stream().map(row -> row.id).toList();
        return getSession()
                .chain(session -> vault.keys(session, ids)
                        .chain(keys -> identitiesOf(session, ids)
                                .map(found -> found.stream().collect(groupingBy(identity -> identity.customerId)))
                                .map(identities -> page.map(row -> row.toDomain(
                                        identities.getOrDefault(row.id, List.of()),
                                        Optional.ofNullable(keys.get(row.id)))))));
    }

    private static Uni<List<IdentityRow>> identitiesOf(Mutiny.Session session, Collection<UUID> customers) {
        return session.createNativeQuery(IDENTITIES, IdentityRow.class)
                .setParameter(1, customers.toArray(UUID[]::new))
                .getResultList();
    }

    private Uni<Void> claimIdentities(Mutiny.Session session, DataKey key, Customer customer, List<Identity> wanted) {
        if (wanted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(CLAIM_IDENTITIES)
                .setParameter(1, wanted.stream().map(Identity::namespace).toArray(String[]::new))
                .setParameter(2, wanted.stream().map(seal::identityCode).toArray(UUID[]::new))
                .setParameter(
                        3,
                        wanted.stream().map(identity -> sealed(key, identity)).toArray(String[]::new))
                .setParameter(4, customer.id().value())
                .executeUpdate()
                .chain(claimed -> claimed == wanted.size()
                        ? Uni.createFrom().voidItem()
                        : refuseTaken(session, customer, wanted));
    }

    /** In the one form that an array of bytes can travel in. */
    private static String sealed(DataKey key, Identity identity) {
        return HexFormat.of()
                .formatHex(key.sealBytes(ProfileSeal.IDENTITY, identity.value().getBytes(UTF_8)));
    }

    private Uni<Void> giveUpIdentities(Mutiny.Session session, Customer customer, List<Identity> given) {
        if (given.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(GIVE_UP_IDENTITIES)
                .setParameter(1, given.stream().map(Identity::namespace).toArray(String[]::new))
                .setParameter(2, given.stream().map(seal::identityCode).toArray(UUID[]::new))
                .setParameter(3, customer.id().value())
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> refuseTaken(Mutiny.Session session, Customer customer, List<Identity> wanted) {
        return identitiesOf(session, List.of(customer.id().value()))
                .map(claimed -> claimed.stream().map(row -> row.valueCode).toList())
                .map(claimed -> wanted.stream()
                        .filter(identity -> !claimed.contains(seal.identityCode(identity)))
                        .toList())
                .chain(taken -> Uni.createFrom()
                        .failure(new Failure(
                                Failure.Kind.CONFLICT, "IDENTITY_TAKEN", "other customers already have " + taken)));
    }
}
