package io.smartcrm.customer.product;

import io.smartcrm.customer.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list prices that products had, within one transaction of a JDBC connection. */
final class PriceHistory {
    private static final String INSERT = """
        insert into product_price_change (product_id, change_time, list_price, list_currency) values (?, ?, ?, ?)
        on conflict (product_id, change_time) do update set
            list_price = excluded.list_price, list_currency = excluded.list_currency\
        """;
    private static final String PAGE = """
        select change_time, list_price, list_currency from product_price_change
        where product_id = ? and change_time < ? order by change_time desc limit ?\
        """;

    private final Connection connection;

    PriceHistory(Connection connection) {
        this.connection = connection;
    }

    void add(List<StoredProduct> products) throws SQLException {
        if (products.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (StoredProduct product : products) {
                Optional<Money> price = product.details().listPrice();
                statement.setObject(1, product.id().value());
                statement.setObject(2, product.updateTime().atOffset(ZoneOffset.UTC));
                statement.setBigDecimal(3, price.map(Money::amount).orElse(null));
                statement.setString(4, price.map(Money::currencyCode).orElse(null));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Newest first. */
    List<PriceChange> page(ProductId id, Instant before, int limit) throws SQLException {
        List<PriceChange> changes = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, id.value());
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String currency = row.getString(3);
                    changes.add(new PriceChange(
                            row.getObject(1, OffsetDateTime.class).toInstant(),
                            currency == null
                                    ? Optional.empty()
                                    : Optional.of(new Money(currency, row.getBigDecimal(2)))));
                }
            }
        }
        return changes;
    }
}
