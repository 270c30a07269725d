package io.smartcrm.customer.profile;

import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.vault.DataKey;
import io.smartcrm.customer.vault.Vault;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one customer whole, in one statement and without a session: the question asked most often, and by every other
 * service's overview.
 */
@ApplicationScoped
class CustomerReader {
    private static final String READ = """
        select customer.name, customer.email, customer.phone, customer.country, customer.tags, customer.attributes,
               customer.team, customer.merged_into, customer.create_time, customer.update_time, customer.version,
               data_key.key_version, data_key.wrapped, identity.namespaces, identity.sealed
        from customer
        left join data_key on data_key.customer_id = customer.id
        left join lateral (
            select array_agg(namespace order by namespace, value_code) as namespaces,
                   array_agg(value order by namespace, value_code) as sealed
            from customer_identity where customer_id = customer.id) identity on true
        where customer.id = $1\
        """;

    private final Pool database;
    private final Vault vault;

    CustomerReader(Pool database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Nothing when there is no such customer. */
    Uni<Optional<Customer>> read(CustomerId id) {
        return database.preparedQuery(READ)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(customer(id, rows.iterator().next())));
    }

    private Customer customer(CustomerId id, Row row) {
        Optional<DataKey> key = key(id, row);
        return new Customer(
                id,
                key.map(known -> identities(known, row)).orElse(List.of()),
                ProfileSeal.open(
                        key, bytes(row, "name"), bytes(row, "email"), bytes(row, "phone"), row.getString("country")),
                new Labels(
                        List.of(row.getArrayOfStrings("tags")),
                        row.get(JsonObject.class, "attributes").getMap(),
                        row.getString("team")),
                Optional.ofNullable(row.getUUID("merged_into")).map(CustomerId::new),
                row.getOffsetDateTime("create_time").toInstant(),
                row.getOffsetDateTime("update_time").toInstant(),
                row.getLong("version"));
    }

    /** Nothing when it was destroyed. */
    private Optional<DataKey> key(CustomerId id, Row row) {
        byte[] wrapped = bytes(row, "wrapped");
        return wrapped == null
                ? Optional.empty()
                : Optional.of(vault.key(id.value(), row.getInteger("key_version"), wrapped));
    }

    private static List<Identity> identities(DataKey key, Row row) {
        String[] namespaces = row.getArrayOfStrings("namespaces");
        List<Identity> identities = new ArrayList<>();
        if (namespaces != null) {
            Buffer[] sealed = row.get(Buffer[].class, "sealed");
            for (int i = 0; i < namespaces.length; i++) {
                identities.add(new Identity(namespaces[i], key.open(ProfileSeal.IDENTITY, sealed[i].getBytes())));
            }
        }
        return identities;
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        var value = row.getBuffer(column);
        return value == null ? null : value.getBytes();
    }
}
