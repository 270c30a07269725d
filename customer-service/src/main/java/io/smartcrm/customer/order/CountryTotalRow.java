package io.smartcrm.customer.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "country_total")
@IdClass(CountryTotalRow.Key.class)
class CountryTotalRow {
    @Id
    String country;

    @Id
    String currency;

    @Id
    @Enumerated(EnumType.STRING)
    OrderKind kind;

    @Column(name = "order_count")
    long orderCount;

    BigDecimal amount;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected CountryTotalRow() {}

    record Key(String country, String currency, OrderKind kind) {}

    CountryTotal.Sum sum() {
        return new CountryTotal.Sum(orderCount, amount);
    }
}
