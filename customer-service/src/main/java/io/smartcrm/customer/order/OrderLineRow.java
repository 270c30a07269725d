package io.smartcrm.customer.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "order_line")
@IdClass(OrderLineRow.Key.class)
class OrderLineRow {
    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Id
    @Column(name = "line_number")
    int lineNumber;

    @Column(name = "product_id")
    UUID productId;

    BigDecimal quantity;

    @Column(name = "unit_price")
    BigDecimal unitPrice;

    @Nullable
    BigDecimal discount;

    @Nullable
    BigDecimal tax;

    @Nullable
    @Column(name = "refunded_line_number")
    Integer refundedLineNumber;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected OrderLineRow() {}

    record Key(UUID orderId, int lineNumber) {}

    OrderLine toDomain() {
        return new OrderLine(
                lineNumber,
                productId,
                quantity,
                unitPrice,
                discount == null ? BigDecimal.ZERO : discount,
                tax == null ? BigDecimal.ZERO : tax,
                refundedLineNumber == null ? 0 : refundedLineNumber);
    }
}
