package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.DataKey;
import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "customer")
class CustomerRow {
    static final String COLUMNS = """
        customer.id, customer.name, customer.email, customer.phone, customer.email_code, customer.phone_code, \
        customer.name_codes, customer.country, customer.tags, customer.attributes, customer.team, \
        customer.merged_into, customer.create_time, customer.update_time, customer.version\
        """;

    @Id
    UUID id;

    byte @Nullable [] name;
    byte @Nullable [] email;
    byte @Nullable [] phone;

    @Nullable
    @Column(name = "email_code")
    UUID emailCode;

    @Nullable
    @Column(name = "phone_code")
    UUID phoneCode;

    @Column(name = "name_codes")
    long @Nullable [] nameCodes;

    String country;
    String[] tags;

    @JdbcTypeCode(SqlTypes.JSON)
    String attributes;

    String team;

    @Nullable
    @Column(name = "merged_into")
    UUID mergedInto;

    @Column(name = "create_time")
    Instant createTime;

    @Column(name = "update_time")
    Instant updateTime;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected CustomerRow() {}

    @SuppressWarnings("NullAway.Init") // replaceWith fills the others.
    private CustomerRow(Customer customer, ProfileSeal.Sealed sealed) {
        id = customer.id().value();
        createTime = customer.createTime();
        replaceWith(customer, sealed);
    }

    static CustomerRow of(Customer customer, ProfileSeal.Sealed sealed) {
        return new CustomerRow(customer, sealed);
    }

    final void replaceWith(Customer customer, ProfileSeal.Sealed sealed) {
        name = sealed.name;
        email = sealed.email;
        phone = sealed.phone;
        emailCode = sealed.emailCode;
        phoneCode = sealed.phoneCode;
        nameCodes = sealed.nameCodes;
        country = customer.profile().country();
        tags = customer.labels().tags().toArray(String[]::new);
        attributes = new JsonObject(customer.labels().attributes()).encode();
        team = customer.labels().team();
        updateTime = customer.updateTime();
        version = customer.version();
    }

    Customer toDomain(List<IdentityRow> identities, Optional<DataKey> key) {
        return new Customer(
                new CustomerId(id),
                identities.stream().flatMap(row -> row.toDomain(key).stream()).toList(),
                ProfileSeal.open(key, name, email, phone, country),
                new Labels(List.of(tags), new JsonObject(attributes).getMap(), team),
                Optional.ofNullable(mergedInto).map(CustomerId::new),
                createTime,
                updateTime,
                version);
    }
}
