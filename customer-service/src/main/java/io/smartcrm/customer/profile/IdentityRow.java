package io.smartcrm.customer.profile;

import io.smartcrm.customer.vault.DataKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "customer_identity")
@IdClass(IdentityRow.Key.class)
class IdentityRow {
    @Id
    String namespace;

    @Id
    @Column(name = "value_code")
    UUID valueCode;

    @Column(name = "value")
    byte[] sealed;

    @Column(name = "customer_id")
    UUID customerId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected IdentityRow() {}

    record Key(String namespace, UUID valueCode) {}

    /** Nothing when the customer's key was destroyed. */
    Optional<Identity> toDomain(Optional<DataKey> key) {
        return key.map(known -> new Identity(namespace, known.open(ProfileSeal.IDENTITY, sealed)));
    }
}
