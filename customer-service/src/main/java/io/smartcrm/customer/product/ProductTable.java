package io.smartcrm.customer.product;

import io.smartcrm.customer.database.ColumnArrays;
import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.product.ProductSighting.Told;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Products by the set, within one transaction of a JDBC connection. */
final class ProductTable {
    /** Parts the levels of a path on their way into an array; no level holds a control character. */
    private static final String LEVEL = "\u001f";

    private static final String FIND = """
        select id, code, name, name_time, category_path, category_time, price, currency, price_time,
            brand, attributes, names, descriptions, list_price, list_currency, status, create_time, update_time, version
        from product where \
        """;
    private static final String LOCK = FIND + "code = any (?) order by code for update";
    private static final String LOCK_ONE = FIND + "id = ? for update";
    private static final String ROWS = """
        (select * from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[],
            ?::numeric[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
            ?::text[], ?::jsonb[], ?::jsonb[], ?::jsonb[], ?::numeric[], ?::text[], ?::text[])
        as told (id, code, name, name_time, category, category_time, price, currency, price_time, create_time,
            update_time, version, brand, attributes, names, descriptions, list_price, list_currency, status))
        """;
    private static final String INSERT = """
        with told as %s
        insert into product (id, code, name, name_time, category_path, category_time, price, currency, price_time,
            create_time, update_time, version,
            brand, attributes, names, descriptions, list_price, list_currency, status)
        select id, code, name, name_time, coalesce(string_to_array(nullif(category, ''), E'\\x1f'), '{}'),
            category_time, price, currency, price_time, create_time, update_time, version,
            brand, attributes, names, descriptions, list_price, list_currency, status
        from told order by code on conflict (code) do nothing returning code\
        """.formatted(ROWS);
    private static final String UPDATE = """
        with told as %s
        update product set name = told.name, name_time = told.name_time,
            category_path = coalesce(string_to_array(nullif(told.category, ''), E'\\x1f'), '{}'),
            category_time = told.category_time, price = told.price, currency = told.currency,
            price_time = told.price_time, update_time = told.update_time, version = told.version,
            brand = told.brand, attributes = told.attributes, names = told.names, descriptions = told.descriptions,
            list_price = told.list_price, list_currency = told.list_currency, status = told.status
        from told where product.id = told.id\
        """.formatted(ROWS);

    private static final String SEE = """
        update product set name = told.name, name_time = told.name_time,
            category_path = coalesce(string_to_array(nullif(told.category, ''), E'\\x1f'), '{}'),
            category_time = told.category_time, price = told.price, currency = told.currency,
            price_time = told.price_time, update_time = told.update_time, version = told.version
        from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::timestamptz[], ?::numeric[],
            ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
        as told (id, code, name, name_time, category, category_time, price, currency, price_time, create_time,
            update_time, version)
        where product.id = told.id\
        """;

    private final Connection connection;

    ProductTable(Connection connection) {
        this.connection = connection;
    }

    /** Locked in one order, so that imports of the same products wait for each other instead of dying together. */
    Map<String, StoredProduct> lock(Collection<String> codes) throws SQLException {
        return query(LOCK, codes);
    }

    Optional<StoredProduct> lock(ProductId id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ONE)) {
            statement.setObject(1, id.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(product(row)) : Optional.empty();
            }
        }
    }

    /** The codes that were new; another transaction may have been faster with the others. */
    Set<String> insert(List<StoredProduct> products) throws SQLException {
        Set<String> inserted = new HashSet<>();
        if (products.isEmpty()) {
            return inserted;
        }
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            bind(statement, products);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    inserted.add(rows.getString(1));
                }
            }
        }
        return inserted;
    }

    void update(List<StoredProduct> products) throws SQLException {
        if (products.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            bind(statement, products);
            statement.executeUpdate();
        }
    }

    /** Of what a sighting can change; the details stay as they are. */
    void updateSeen(List<StoredProduct> products) throws SQLException {
        if (products.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SEE)) {
            bindSeen(statement, products);
            statement.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, List<StoredProduct> products) throws SQLException {
        bindSeen(statement, products);
        bindDetails(statement, products);
    }

    private void bindSeen(PreparedStatement statement, List<StoredProduct> products) throws SQLException {
        new ColumnArrays<>(statement, 1, products)
                .add("uuid", product -> product.id().value())
                .add("text", StoredProduct::code)
                .add("text", product -> product.name().value())
                .add("timestamptz", product -> time(product.name().time()))
                .add(
                        "text",
                        product -> String.join(LEVEL, product.categoryPath().value()))
                .add("timestamptz", product -> time(product.categoryPath().time()))
                .add(
                        "numeric",
                        product -> product.price().value().map(Money::amount).orElse(null))
                .add(
                        "text",
                        product ->
                                product.price().value().map(Money::currencyCode).orElse(null))
                .add("timestamptz", product -> time(product.price().time()))
                .add("timestamptz", product -> time(product.createTime()))
                .add("timestamptz", product -> time(product.updateTime()))
                .add("bigint", StoredProduct::version);
    }

    private void bindDetails(PreparedStatement statement, List<StoredProduct> products) throws SQLException {
        new ColumnArrays<>(statement, 13, products)
                .add("text", product -> product.details().brand())
                .add("jsonb", product -> ProductJson.encode(product.details().attributes()))
                .add("jsonb", product -> ProductJson.encode(product.details().names()))
                .add("jsonb", product -> ProductJson.encode(product.details().descriptions()))
                .add(
                        "numeric",
                        product ->
                                product.details().listPrice().map(Money::amount).orElse(null))
                .add(
                        "text",
                        product -> product.details()
                                .listPrice()
                                .map(Money::currencyCode)
                                .orElse(null))
                .add("text", product -> product.details().status().name());
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private Map<String, StoredProduct> query(String sql, Collection<String> codes) throws SQLException {
        Map<String, StoredProduct> found = new HashMap<>();
        if (codes.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StoredProduct product = product(rows);
                    found.put(product.code(), product);
                }
            }
        }
        return found;
    }

    private static StoredProduct product(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        Optional<Money> price =
                currency == null ? Optional.empty() : Optional.of(new Money(currency, row.getBigDecimal("price")));
        List<String> path =
                Arrays.asList((String[]) row.getArray("category_path").getArray());
        return new StoredProduct(
                new ProductId(row.getObject("id", UUID.class)),
                row.getString("code"),
                new Told<>(row.getString("name"), time(row, "name_time")),
                new Told<>(path, time(row, "category_time")),
                new Told<>(price, time(row, "price_time")),
                details(row),
                time(row, "create_time"),
                time(row, "update_time"),
                row.getLong("version"));
    }

    private static ProductDetails details(ResultSet row) throws SQLException {
        String currency = row.getString("list_currency");
        return new ProductDetails(
                row.getString("brand"),
                ProductJson.values(row.getString("attributes")),
                ProductJson.texts(row.getString("names")),
                ProductJson.texts(row.getString("descriptions")),
                currency == null ? Optional.empty() : Optional.of(new Money(currency, row.getBigDecimal("list_price"))),
                ProductStatus.valueOf(row.getString("status")));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
