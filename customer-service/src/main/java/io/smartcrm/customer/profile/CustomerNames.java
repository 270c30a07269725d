package io.smartcrm.customer.profile;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Whose names those are that other systems use; by the set, within the caller's transaction. */
@ApplicationScoped
public class CustomerNames {
    private static final String FIND = """
        select identity.value_code, identity.customer_id
        from unnest(?::text[], ?::uuid[]) as told (namespace, value_code)
        join customer_identity identity using (namespace, value_code)\
        """;
    private static final String PRESENT = """
        with recursive line as (
            select id as told, id, merged_into from customer where id = any (?)
            union all
            select line.told, next.id, next.merged_into
            from line join customer next on next.id = line.merged_into)
        select told, id from line where merged_into is null\
        """;

    private final ProfileSeal seal;

    public CustomerNames(ProfileSeal seal) {
        this.seal = seal;
    }

    /** Under which a name is kept where it must not be read: another for each. */
    public UUID code(Identity name) {
        return seal.identityCode(name);
    }

    /** Those that are somebody's. */
    public Map<Identity, UUID> find(Connection connection, Collection<Identity> names) throws SQLException {
        Map<Identity, UUID> found = new HashMap<>();
        if (names.isEmpty()) {
            return found;
        }
        Map<UUID, Identity> byCode = new LinkedHashMap<>();
        names.forEach(name -> byCode.put(code(name), name));
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            Object[] namespaces =
                    byCode.values().stream().map(Identity::namespace).toArray();
            statement.setArray(1, connection.createArrayOf("text", namespaces));
            statement.setArray(
                    2, connection.createArrayOf("uuid", byCode.keySet().toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Identity name = byCode.get(rows.getObject(1, UUID.class));
                    if (name != null) {
                        found.put(name, rows.getObject(2, UUID.class));
                    }
                }
            }
        }
        return found;
    }

    /** Of those that there are: themselves, or the customers they turned out to be. */
    public Map<UUID, UUID> present(Connection connection, Collection<UUID> ids) throws SQLException {
        Map<UUID, UUID> present = new HashMap<>();
        if (ids.isEmpty()) {
            return present;
        }
        try (PreparedStatement statement = connection.prepareStatement(PRESENT)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    present.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
        }
        return present;
    }
}
