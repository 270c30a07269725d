package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.DataKey;
import io.vertx.core.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of a customer, whose texts wait for their key. */
final class FoundCustomer {
    /** Of the selects of {@link CustomerTable} and {@link NamedCustomers}. */
    static final String COLUMNS = """
        customer.id, name, email, phone, country, tags, attributes, team, merged_into, create_time, update_time, \
        version\
        """;

    final UUID id;
    private final byte @Nullable [] name;
    private final byte @Nullable [] email;
    private final byte @Nullable [] phone;
    private final String country;
    private final Labels labels;
    private final Optional<CustomerId> mergedInto;
    private final Instant createTime;
    private final Instant updateTime;
    private final long version;

    FoundCustomer(ResultSet row) throws SQLException {
        id = row.getObject("id", UUID.class);
        name = row.getBytes("name");
        email = row.getBytes("email");
        phone = row.getBytes("phone");
        country = row.getString("country");
        labels = labels(row);
        mergedInto =
                Optional.ofNullable(row.getObject("merged_into", UUID.class)).map(CustomerId::new);
        createTime = row.getObject("create_time", OffsetDateTime.class).toInstant();
        updateTime = row.getObject("update_time", OffsetDateTime.class).toInstant();
        version = row.getLong("version");
    }

    boolean isSealed() {
        return name != null || email != null || phone != null;
    }

    Customer toDomain(List<Identity> identities, Optional<DataKey> key) {
        return new Customer(
                new CustomerId(id),
                identities,
                ProfileSeal.open(key, name, email, phone, country),
                labels,
                mergedInto,
                createTime,
                updateTime,
                version);
    }

    private static Labels labels(ResultSet row) throws SQLException {
        String attributes = row.getString("attributes");
        String[] tags = (String[]) row.getArray("tags").getArray();
        String team = row.getString("team");
        return tags.length == 0 && attributes.equals("{}") && team.isEmpty()
                ? Labels.NONE
                : new Labels(List.of(tags), new JsonObject(attributes).getMap(), team);
    }
}
