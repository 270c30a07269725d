package io.smartcrm.customer.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Seals what identifies a person: each customer has a data key of the own, kept in the database wrapped by a key that the
 * database does not hold. It goes with the customer, and all that was sealed with it stays unreadable.
 */
@ApplicationScoped
public class Vault {
    private static final String MAKE_UP = """
        insert into data_key (customer_id, key_version, wrapped)
        select id, ?2, ?3 from customer where id = ?1 on conflict do nothing\
        """;

    /** A list of ids in HQL would be translated anew for each call. */
    private static final String KEYS = "select * from data_key where customer_id = any(cast(?1 as uuid[]))";

    private final SecureRandom random = new SecureRandom();
    private final Keyring keyring;

    @Inject
    Vault(VaultConfig config) {
        this(Keyring.open(config.folder()));
    }

    Vault(Keyring keyring) {
        this.keyring = keyring;
    }

    /** The vault of a folder, for what runs without the service around it. */
    public static Vault open(Path folder) {
        return new Vault(Keyring.open(folder));
    }

    Keyring keyring() {
        return keyring;
    }

    /** Makes the keys of new customers. */
    public Map<UUID, DataKey> create(Connection connection, Collection<UUID> customers) throws SQLException {
        Map<UUID, DataKey> keys = new HashMap<>();
        var rows = customers.stream()
                .map(customer -> {
                    byte[] key = newKey();
                    keys.put(customer, DataKey.of(customer, key));
                    return wrap(customer, key);
                })
                .toList();
        new DataKeyTable(connection).insert(rows);
        return keys;
    }

    /** As {@link #create(Connection, Collection)}, of one. */
    public Uni<DataKey> create(Mutiny.Session session, UUID customer) {
        byte[] key = newKey();
        return session.persist(wrap(customer, key)).replaceWith(DataKey.of(customer, key));
    }

    /** The keys of those of the customers that have one: who was erased has none. */
    public Map<UUID, DataKey> keys(Connection connection, Collection<UUID> customers) throws SQLException {
        return unwrapAll(new DataKeyTable(connection).find(customers));
    }

    /** As {@link #keys(Connection, Collection)}. */
    public Uni<Map<UUID, DataKey>> keys(Mutiny.Session session, Collection<UUID> customers) {
        if (customers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(KEYS, DataKeyRow.class)
                .setParameter(1, Set.copyOf(customers).toArray(UUID[]::new))
                .getResultList()
                .map(this::unwrapAll);
    }

    /** The key that was stored like this for a customer. */
    public DataKey key(UUID customer, int keyVersion, byte[] wrapped) {
        return DataKey.of(customer, unwrap(new DataKeyRow(customer, keyVersion, wrapped)));
    }

    /** The key of one customer, made if an older customer has none; fails with NOT_FOUND (in the Uni) without customer. */
    public Uni<DataKey> key(Mutiny.Session session, UUID customer) {
        return keys(session, List.of(customer))
                .chain(keys -> Optional.ofNullable(keys.get(customer))
                        .map(key -> Uni.createFrom().item(key))
                        .orElseGet(() -> makeUp(session, customer)));
    }

    /** @throws Failure NOT_FOUND without customer */
    public DataKey key(Connection connection, UUID customer) throws SQLException {
        var table = new DataKeyTable(connection);
        Map<UUID, DataKey> found = unwrapAll(table.find(List.of(customer)));
        DataKey key = found.get(customer);
        if (key != null) {
            return key;
        }
        table.makeUp(wrap(customer, newKey()));
        return Optional.ofNullable(unwrapAll(table.find(List.of(customer))).get(customer))
                .orElseThrow(() -> Failure.notFound("customer", customer.toString()));
    }

    /** What was sealed for a field of one customer, sealed for the same field of another: when the two turn out to be one. */
    public byte[] reseal(Connection connection, UUID from, UUID to, String field, byte[] sealed) throws SQLException {
        return key(connection, to).sealBytes(field, key(connection, from).openBytes(field, sealed));
    }

    /** Seals text of nobody in particular, such as a row of a file whose customer is not known yet. */
    public byte[] sealFor(String purpose, String text) {
        try {
            return keyring.keys().aead().encrypt(text.getBytes(UTF_8), purpose.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("text for " + purpose + " was not sealed");
        }
    }

    /** Opens what {@link #sealFor} sealed for the same purpose. */
    public String openFor(String purpose, byte[] sealed) {
        return new String(decrypt(sealed, purpose.getBytes(UTF_8), purpose), UTF_8);
    }

    DataKeyRow wrap(UUID customer, byte[] key) {
        try {
            Keyring.Keys keys = keyring.keys();
            return new DataKeyRow(customer, keys.version(), keys.aead().encrypt(key, context(customer)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("the data key of customer " + customer + " was not wrapped");
        }
    }

    byte[] unwrap(DataKeyRow row) {
        return decrypt(row.wrapped, context(row.customerId), "the data key of customer " + row.customerId);
    }

    private byte[] decrypt(byte[] sealed, byte[] context, String what) {
        try {
            return keyring.keys().aead().decrypt(sealed, context);
        } catch (GeneralSecurityException unknown) {
            keyring.refresh();
        }
        try {
            return keyring.keys().aead().decrypt(sealed, context);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(what + " was not sealed with a key of this vault", foreign);
        }
    }

    private Uni<DataKey> makeUp(Mutiny.Session session, UUID customer) {
        DataKeyRow row = wrap(customer, newKey());
        return session.createNativeQuery(MAKE_UP)
                .setParameter(1, customer)
                .setParameter(2, row.keyVersion)
                .setParameter(3, row.wrapped)
                .executeUpdate()
                .chain(() -> keys(session, List.of(customer)))
                .map(keys -> Optional.ofNullable(keys.get(customer))
                        .orElseThrow(() -> Failure.notFound("customer", customer.toString())));
    }

    private Map<UUID, DataKey> unwrapAll(Collection<DataKeyRow> rows) {
        Map<UUID, DataKey> keys = new HashMap<>();
        rows.forEach(row -> keys.put(row.customerId, DataKey.of(row.customerId, unwrap(row))));
        return keys;
    }

    private byte[] newKey() {
        byte[] key = new byte[DataKey.BYTES];
        random.nextBytes(key);
        return key;
    }

    private static byte[] context(UUID customer) {
        return ("data-key/" + customer).getBytes(UTF_8);
    }
}
