package io.smartcrm.customer.vault;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "data_key")
class DataKeyRow {
    @Id
    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "key_version")
    int keyVersion;

    byte[] wrapped;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected DataKeyRow() {}

    DataKeyRow(UUID customerId, int keyVersion, byte[] wrapped) {
        this.customerId = customerId;
        this.keyVersion = keyVersion;
        this.wrapped = wrapped;
    }
}
