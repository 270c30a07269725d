package io.smartcrm.customer.profile;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Who customers are. Merging moves the names that other systems use; forgetting deletes the rows and with them the data key, so that whatever
 * was sealed for the customer, here or in a backup without keys, stays unreadable.
 */
@ApplicationScoped
class ProfileHolding implements CustomerHolding {
    private static final String IDENTITIES =
            "select namespace, value_code, value from customer_identity where customer_id = ? order by 1, 2 for update";
    private static final String MOVE = """
        update customer_identity set customer_id = ?, value = ?
        where namespace = ? and value_code = ? and customer_id = ?\
        """;
    private static final String MERGED = """
        with recursive line as (
            select id from customer where id = ?
            union select customer.id from line join customer on customer.merged_into = line.id)
        select id from line\
        """;
    private static final List<String> FORGET = List.of(
            "delete from customer_identity where customer_id = any (?)", "delete from customer where id = any (?)");
    private static final List<String> ANONYMISE = List.of(
            "delete from customer_identity where customer_id = ?", """
        update customer set name = null, email = null, phone = null, email_code = null, phone_code = null,
            name_codes = null, tags = '{}', attributes = '{}', anonymise_time = now(), update_time = now(),
            version = version + 1
        where id = ?\
        """, "delete from data_key where customer_id = ?");

    private final CustomerRecords records;
    private final Vault vault;
    private final Outbox outbox;

    ProfileHolding(CustomerRecords records, Vault vault, Outbox outbox) {
        this.records = records;
        this.vault = vault;
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        records.find(connection, merged(connection, customer)).stream()
                .map(ProfileHolding::json)
                .forEach(receiver);
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        List<String> moved = new ArrayList<>();
        for (Name name : names(connection, from)) {
            move(connection, name, from, to);
            moved.add(name.key());
        }
        return moved;
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        for (Name name : names(connection, to)) {
            if (keys.contains(name.key())) {
                move(connection, name, to, from);
            }
        }
    }

    /** Those merged into the customer are the same person. */
    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        List<UUID> all = merged(connection, customer);
        long erased = 0;
        for (String forget : FORGET) {
            try (PreparedStatement statement = connection.prepareStatement(forget)) {
                statement.setArray(1, connection.createArrayOf("uuid", all.toArray()));
                erased += statement.executeUpdate();
            }
        }
        outbox.append(connection, all.stream().map(CustomerEvents::erased).toList());
        return erased;
    }

    /** The row stays for its orders: since when, from which country, of which team. */
    @Override
    public long anonymise(Connection connection, UUID customer) throws SQLException {
        long changed = 0;
        for (String step : ANONYMISE) {
            try (PreparedStatement statement = connection.prepareStatement(step)) {
                statement.setObject(1, customer);
                changed += statement.executeUpdate();
            }
        }
        outbox.append(
                connection,
                records.find(connection, List.of(customer)).stream()
                        .map(CustomerEvents::changed)
                        .toList());
        return changed;
    }

    /** Read and passed on, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Name(String namespace, UUID code, byte[] value) {
        String key() {
            return namespace + "/" + code;
        }
    }

    private static List<Name> names(Connection connection, UUID customer) throws SQLException {
        List<Name> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(IDENTITIES)) {
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(new Name(rows.getString(1), rows.getObject(2, UUID.class), rows.getBytes(3)));
                }
            }
        }
        return names;
    }

    private void move(Connection connection, Name name, UUID from, UUID to) throws SQLException {
        byte[] value = vault.reseal(connection, from, to, ProfileSeal.IDENTITY, name.value());
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            statement.setObject(1, to);
            statement.setBytes(2, value);
            statement.setString(3, name.namespace());
            statement.setObject(4, name.code());
            statement.setObject(5, from);
            statement.executeUpdate();
        }
    }

    private static List<UUID> merged(Connection connection, UUID customer) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MERGED)) {
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return ids;
    }

    private static Map<String, Object> json(Customer customer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", customer.id().toString());
        json.put("name", customer.profile().name());
        json.put("email", customer.profile().email());
        json.put("phone", customer.profile().phone());
        json.put("country", customer.profile().country());
        json.put(
                "identities",
                customer.identities().stream().map(Identity::toString).toList());
        json.put("tags", customer.labels().tags());
        json.put("attributes", customer.labels().attributes());
        json.put("team", customer.labels().team());
        customer.mergedInto().ifPresent(other -> json.put("mergedInto", other.toString()));
        json.put("createTime", customer.createTime().toString());
        json.put("updateTime", customer.updateTime().toString());
        return json;
    }
}
