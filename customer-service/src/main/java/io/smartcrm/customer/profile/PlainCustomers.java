package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.BlindIndex;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Customers as they were stored before they were sealed; for the step of the schema that seals them. */
public final class PlainCustomers {
    private static final int BATCH = 1000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String CUSTOMERS = """
            select id, plain_name, plain_email, plain_phone, country from customer
            where id > ? order by id limit %d\
            """.formatted(BATCH);
    private static final String IDENTITIES =
            "select customer_id, namespace, plain_value from customer_identity where customer_id = any (?)";
    private static final String SEAL_CUSTOMER = """
        update customer set name = ?, email = ?, phone = ?, email_code = ?, phone_code = ?, name_codes = ?
        where id = ?\
        """;
    private static final String SEAL_IDENTITY =
            "update customer_identity set value = ?, value_code = ? where namespace = ? and plain_value = ?";

    private final Connection connection;
    private final Supplier<Vault> vaults;

    /** @param vaults asked once, and only if there is a customer */
    public PlainCustomers(Connection connection, Supplier<Vault> vaults) {
        this.connection = connection;
        this.vaults = vaults;
    }

    /** Within the caller's transaction. */
    public void seal() throws SQLException {
        Map<UUID, Profile> customers = after(FIRST);
        if (customers.isEmpty()) {
            return;
        }
        Vault vault = vaults.get();
        var seal = new ProfileSeal(new BlindIndex(vault));
        while (!customers.isEmpty()) {
            Map<UUID, DataKey> keys = vault.create(connection, customers.keySet());
            sealCustomers(seal, customers, keys);
            sealIdentities(seal, keys);
            customers = after(customers.keySet().stream()
                    .max((one, other) -> one.toString().compareTo(other.toString()))
                    .orElseThrow());
        }
    }

    private record Named(UUID customer, Identity identity) {}

    private Map<UUID, Profile> after(UUID last) throws SQLException {
        Map<UUID, Profile> customers = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CUSTOMERS)) {
            statement.setObject(1, last);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    customers.put(
                            rows.getObject(1, UUID.class),
                            new Profile(rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)));
                }
            }
        }
        return customers;
    }

    private void sealCustomers(ProfileSeal seal, Map<UUID, Profile> customers, Map<UUID, DataKey> keys)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEAL_CUSTOMER)) {
            for (var customer : customers.entrySet()) {
                ProfileSeal.Sealed sealed = seal.seal(key(keys, customer.getKey()), customer.getValue());
                statement.setBytes(1, sealed.name);
                statement.setBytes(2, sealed.email);
                statement.setBytes(3, sealed.phone);
                statement.setObject(4, sealed.emailCode);
                statement.setObject(5, sealed.phoneCode);
                statement.setObject(6, array(sealed.nameCodes));
                statement.setObject(7, customer.getKey());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void sealIdentities(ProfileSeal seal, Map<UUID, DataKey> keys) throws SQLException {
        List<Named> identities = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(IDENTITIES)) {
            statement.setArray(1, connection.createArrayOf("uuid", keys.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    identities.add(new Named(
                            rows.getObject(1, UUID.class), new Identity(rows.getString(2), rows.getString(3))));
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(SEAL_IDENTITY)) {
            for (Named named : identities) {
                Identity identity = named.identity();
                statement.setBytes(1, key(keys, named.customer()).seal(ProfileSeal.IDENTITY, identity.value()));
                statement.setObject(2, seal.identityCode(identity));
                statement.setString(3, identity.namespace());
                statement.setString(4, identity.value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static DataKey key(Map<UUID, DataKey> keys, UUID customer) {
        return Optional.ofNullable(keys.get(customer)).orElseThrow();
    }

    private @Nullable Array array(long @Nullable [] codes) throws SQLException {
        return codes == null
                ? null
                : connection.createArrayOf(
                        "bigint", Arrays.stream(codes).boxed().toArray());
    }
}
