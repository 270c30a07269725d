package io.smartcrm.customer.order;

import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.product.ProductBulk;
import io.smartcrm.customer.product.ProductSighting;
import io.smartcrm.customer.profile.VisibleTeams;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds the customers and products that told orders name; a product of an unknown code is new. */
@ApplicationScoped
class OrderReferences {
    /** Shared locks: nobody merges or erases them until the orders are written. */
    private static final String CUSTOMERS = """
        select id, case when merged_into is null then id else survivor_of(id) end from customer
        where id = any (?) and (?::text[] is null or team = any (?::text[])) order by id for share\
        """;

    private static final String PRODUCTS = "select id, id from product where id = any (?)";

    private final ProductBulk products;

    OrderReferences(ProductBulk products) {
        this.products = products;
    }

    /** What the orders name, as far as it is there. */
    record Known(Map<UUID, UUID> customers, Set<UUID> products, Map<String, UUID> codes) {
        Known {
            customers = Map.copyOf(customers);
            products = Set.copyOf(products);
            codes = Map.copyOf(codes);
        }

        /** @throws Failure INVALID when the order's customer is not there */
        Optional<UUID> customer(ToldOrder told) {
            return told.customerId().map(id -> {
                UUID customer = customers.get(id);
                if (customer == null) {
                    throw Failure.invalid("customerId", "there is no customer '" + id + "'");
                }
                return customer;
            });
        }

        /** @throws Failure INVALID when one of them is not there */
        List<UUID> products(ToldOrder told) {
            List<UUID> ids = new ArrayList<>();
            for (ToldLine line : told.lines()) {
                UUID id = line.productId().orElseGet(() -> code(line.productCode()));
                if (line.productId().isPresent() && !products.contains(id)) {
                    throw Failure.invalid("lines[" + ids.size() + "].productId", "there is no product '" + id + "'");
                }
                ids.add(id);
            }
            return ids;
        }

        private UUID code(String code) {
            UUID id = codes.get(code);
            if (id == null) {
                throw new IllegalStateException("product '" + code + "' was seen but has no id");
            }
            return id;
        }
    }

    Known resolve(Connection connection, VisibleTeams visible, List<ToldOrder> told) throws SQLException {
        Map<UUID, UUID> customers = customers(
                connection,
                visible,
                told.stream()
                        .map(ToldOrder::customerId)
                        .flatMap(Optional::stream)
                        .toList());
        Set<UUID> productIds = new HashSet<>();
        Map<String, ProductSighting> seen = new HashMap<>();
        for (ToldOrder order : told) {
            if (order.customerId().map(customers::containsKey).orElse(true)) {
                order.lines().forEach(line -> {
                    line.productId().ifPresent(productIds::add);
                    if (line.productId().isEmpty()) {
                        seen.merge(line.productCode(), sighting(order, line), OrderReferences::later);
                    }
                });
            }
        }
        var codes = products.see(connection, seen.values(), Instant.EPOCH).ids();
        return new Known(customers, existing(connection, productIds).keySet(), codes);
    }

    private static ProductSighting sighting(ToldOrder order, ToldLine line) {
        Optional<ProductSighting.Told<Money>> price = order.kind() == OrderKind.SALE
                ? Optional.of(
                        new ProductSighting.Told<>(new Money(order.currency(), line.unitPrice()), order.orderTime()))
                : Optional.empty();
        return new ProductSighting(line.productCode(), Optional.empty(), Optional.empty(), price);
    }

    private static ProductSighting later(ProductSighting one, ProductSighting other) {
        boolean otherIsLater = one.price().isEmpty()
                || other.price()
                        .map(told ->
                                told.time().isAfter(one.price().orElseThrow().time()))
                        .orElse(false);
        return otherIsLater ? other : one;
    }

    private static Map<UUID, UUID> customers(Connection connection, VisibleTeams visible, Collection<UUID> ids)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CUSTOMERS)) {
            @Nullable
            Array teams = visible.names().isPresent()
                    ? connection.createArrayOf("text", visible.names().get().toArray())
                    : null;
            statement.setArray(2, teams);
            statement.setArray(3, teams);
            return pairs(connection, statement, ids);
        }
    }

    private static Map<UUID, UUID> existing(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PRODUCTS)) {
            return pairs(connection, statement, ids);
        }
    }

    private static Map<UUID, UUID> pairs(Connection connection, PreparedStatement statement, Collection<UUID> ids)
            throws SQLException {
        Map<UUID, UUID> pairs = new HashMap<>();
        if (ids.isEmpty()) {
            return pairs;
        }
        statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                pairs.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
            }
        }
        return pairs;
    }
}
