package io.smartcrm.customer.product;

import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Stores what others tell of products, by the thousand, with the events of those that changed, within the caller's
 * transaction. Blocks: for worker threads.
 */
@ApplicationScoped
public class ProductBulk {
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    public ProductBulk(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * @param ids of all products told of, by code
     * @param changed how many were created or look different now, and not counted before
     */
    public record Result(Map<String, UUID> ids, int changed) {
        public Result {
            ids = Map.copyOf(ids);
        }
    }

    /**
     * @param sightings each code once
     * @param since products that changed since then were counted before
     */
    public Result see(Connection connection, Collection<ProductSighting> sightings, Instant since) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var table = new ProductTable(connection);
        Map<String, StoredProduct> products =
                table.lock(sightings.stream().map(ProductSighting::code).toList());
        List<StoredProduct> created = insertNew(table, sightings, products, now);
        List<StoredProduct> changed = updateOthers(table, sightings, products, now);
        outbox.append(
                connection,
                Stream.concat(created.stream(), changed.stream())
                        .map(StoredProduct::toDomain)
                        .map(ProductEvents::changed)
                        .toList());
        long counted = changed.stream()
                .map(product -> products.getOrDefault(product.code(), product))
                .filter(before -> before.updateTime().isBefore(since))
                .count();
        Map<String, UUID> ids = new HashMap<>();
        products.forEach((code, product) -> ids.put(code, product.id().value()));
        return new Result(ids, created.size() + (int) counted);
    }

    /** Adds new products to those found, also those that another transaction inserted first. */
    private static List<StoredProduct> insertNew(
            ProductTable table, Collection<ProductSighting> sightings, Map<String, StoredProduct> products, Instant now)
            throws SQLException {
        var missing = sightings.stream()
                .filter(sighting -> !products.containsKey(sighting.code()))
                .map(sighting -> StoredProduct.first(sighting, now))
                .toList();
        var inserted = table.insert(missing);
        List<StoredProduct> created = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (StoredProduct product : missing) {
            if (inserted.contains(product.code())) {
                products.put(product.code(), product);
                created.add(product);
            } else {
                lost.add(product.code());
            }
        }
        products.putAll(table.lock(lost));
        return created;
    }

    private static List<StoredProduct> updateOthers(
            ProductTable table, Collection<ProductSighting> sightings, Map<String, StoredProduct> products, Instant now)
            throws SQLException {
        List<StoredProduct> updates = new ArrayList<>();
        List<StoredProduct> changed = new ArrayList<>();
        for (ProductSighting sighting : sightings) {
            StoredProduct current = products.get(sighting.code());
            if (current == null) {
                continue;
            }
            StoredProduct next = current.see(sighting, now);
            if (!next.equals(current)) {
                updates.add(next);
            }
            if (!next.showsAs(current)) {
                changed.add(next);
            }
        }
        table.updateSeen(updates);
        return changed;
    }
}
