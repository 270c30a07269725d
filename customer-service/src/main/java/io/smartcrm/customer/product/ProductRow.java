package io.smartcrm.customer.product;

import io.smartcrm.customer.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "product")
class ProductRow {
    @Id
    UUID id;

    String code;
    String name;

    @Column(name = "category_path")
    String[] categoryPath;

    @Nullable
    BigDecimal price;

    @Nullable
    String currency;

    @Column(name = "create_time")
    Instant createTime;

    @Column(name = "update_time")
    Instant updateTime;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ProductRow() {}

    Product toDomain() {
        return new Product(new ProductId(id), code, name, List.of(categoryPath), lastPrice(), createTime, updateTime);
    }

    private Optional<Money> lastPrice() {
        return price == null || currency == null ? Optional.empty() : Optional.of(new Money(currency, price));
    }
}
