package io.smartcrm.customer.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "customer")
class CustomerRow {
    @Id
    UUID id;

    String name;
    String email;
    String phone;
    String country;

    @Column(name = "create_time")
    Instant createTime;

    @Column(name = "update_time")
    Instant updateTime;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected CustomerRow() {}

    private CustomerRow(Customer customer) {
        id = customer.id().value();
        name = customer.profile().name();
        email = customer.profile().email();
        phone = customer.profile().phone();
        country = customer.profile().country();
        createTime = customer.createTime();
        updateTime = customer.updateTime();
        version = customer.version();
    }

    static CustomerRow of(Customer customer) {
        return new CustomerRow(customer);
    }

    void replaceWith(Customer customer) {
        name = customer.profile().name();
        email = customer.profile().email();
        phone = customer.profile().phone();
        country = customer.profile().country();
        updateTime = customer.updateTime();
        version = customer.version();
    }

    Customer toDomain(List<IdentityRow> identities) {
        return new Customer(
                new CustomerId(id),
                identities.stream().map(IdentityRow::toDomain).toList(),
                new Profile(name, email, phone, country),
                createTime,
                updateTime,
                version);
    }
}
