package io.smartcrm.customer.product;

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

    String brand;
    String attributes;
    String names;
    String descriptions;

    @Nullable
    @Column(name = "list_price")
    BigDecimal listPrice;

    @Nullable
    @Column(name = "list_currency")
    String listCurrency;

    @Enumerated(EnumType.STRING)
    ProductStatus status;

    @Column(name = "create_time")
    Instant createTime;

    @Column(name = "update_time")
    Instant updateTime;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields.
    protected ProductRow() {}

    Product toDomain() {
        return new Product(
                new ProductId(id),
                code,
                name,
                List.of(categoryPath),
                money(price, currency),
                new ProductDetails(
                        brand,
                        ProductJson.values(attributes),
                        ProductJson.texts(names),
                        ProductJson.texts(descriptions),
                        money(listPrice, listCurrency),
                        status),
                createTime,
                updateTime,
                version);
    }

    private static Optional<Money> money(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null || currency == null ? Optional.empty() : Optional.of(new Money(currency, amount));
    }
}
