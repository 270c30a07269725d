package io.smartcrm.customer.order;

import io.smartcrm.customer.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sales_order")
class OrderRow {
    @Id
    UUID id;

    String number;

    @Enumerated(EnumType.STRING)
    OrderKind kind;

    @Nullable
    @Column(name = "customer_id")
    UUID customerId;

    @Column(name = "order_time")
    Instant orderTime;

    String country;
    String currency;
    BigDecimal total;

    @Nullable
    @Column(name = "refunded_order_id")
    UUID refundedOrderId;

    @Enumerated(EnumType.STRING)
    OrderState state;

    String channel;
    BigDecimal shipping;

    @Column(name = "source_version")
    long sourceVersion;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected OrderRow() {}

    Order toDomain(List<OrderLineRow> lines) {
        return new Order(
                new OrderId(id),
                number,
                kind,
                Optional.ofNullable(customerId),
                orderTime,
                country,
                new Money(currency, total),
                lines.stream().map(OrderLineRow::toDomain).toList(),
                Optional.ofNullable(refundedOrderId).map(OrderId::new),
                new OrderTerms(state, channel, shipping, sourceVersion),
                version);
    }
}
