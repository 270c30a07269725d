package io.smartcrm.customer.profile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "customer_identity")
@IdClass(IdentityRow.Key.class)
class IdentityRow {
    @Id
    String namespace;

    @Id
    @Column(name = "value")
    String identityValue;

    @Column(name = "customer_id")
    UUID customerId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected IdentityRow() {}

    record Key(String namespace, String identityValue) {}

    Identity toDomain() {
        return new Identity(namespace, identityValue);
    }
}
