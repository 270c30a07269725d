package io.smartcrm.customer.product;

import io.smartcrm.outbox.Outbox;
import io.smartcrm.wire.Failure;
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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps products as the shop tells them, with their price history and events, within the caller's transaction. Blocks: for
 * worker threads.
 */
@ApplicationScoped
public class Catalogue {
    private final Outbox outbox;
    private final Clock clock = Clock.systemUTC();

    Catalogue(Outbox outbox) {
        this.outbox = outbox;
    }

    /**
     * @param ids of all products told of, by code
     * @param created the codes of the new ones
     * @param changed the codes of those that look different now
     */
    public record Result(Map<String, UUID> ids, Set<String> created, Set<String> changed) {
        public Result {
            ids = Map.copyOf(ids);
            created = Set.copyOf(created);
            changed = Set.copyOf(changed);
        }
    }

    /**
     * Creates those that are new, makes the others what they are told to be.
     *
     * @param drafts each code once
     */
    public Result put(Connection connection, Collection<ProductDraft> drafts) throws SQLException {
        Instant now = now();
        var table = new ProductTable(connection);
        var codes = drafts.stream().map(ProductDraft::code).toList();
        Set<String> inserted = table.insert(
                drafts.stream().map(draft -> StoredProduct.first(draft, now)).toList());
        Map<String, StoredProduct> stored = table.lock(codes);
        List<StoredProduct> created = new ArrayList<>();
        Map<StoredProduct, StoredProduct> changed = new HashMap<>();
        for (ProductDraft draft : drafts) {
            StoredProduct product =
                    Optional.ofNullable(stored.get(draft.code())).orElseThrow();
            if (inserted.contains(draft.code())) {
                created.add(product);
                continue;
            }
            StoredProduct next = product.replace(draft, now);
            if (!next.equals(product)) {
                changed.put(product, next);
            }
        }
        write(connection, created, changed);
        Map<String, UUID> ids = new HashMap<>();
        stored.forEach((code, product) -> ids.put(code, product.id().value()));
        return new Result(ids, inserted, codes(changed.values()));
    }

    /** @throws Failure CONFLICT when a product has the code */
    Product create(Connection connection, ProductDraft draft) throws SQLException {
        var product = StoredProduct.first(draft, now());
        if (new ProductTable(connection).insert(List.of(product)).isEmpty()) {
            throw new Failure(
                    Failure.Kind.CONFLICT,
                    "PRODUCT_CODE_TAKEN",
                    "another product has the code '" + draft.code() + "'; change that one or choose another code");
        }
        write(connection, List.of(product), Map.of());
        return product.toDomain();
    }

    /** Replaces the parts that the paths name, if the etag is still the product's. */
    Product update(Connection connection, ProductId id, String etag, List<String> paths, ProductDraft.Parts parts)
            throws SQLException {
        StoredProduct current =
                new ProductTable(connection).lock(id).orElseThrow(() -> Failure.notFound("product", id.toString()));
        StoredProduct next = current.update(etag, paths, parts.of(current.code()), now());
        if (!next.equals(current)) {
            write(connection, List.of(), Map.of(current, next));
        }
        return next.toDomain();
    }

    /** Newest first. */
    List<PriceChange> priceChanges(Connection connection, ProductId id, Instant before, int limit) throws SQLException {
        return new PriceHistory(connection).page(id, before, limit);
    }

    private void write(
            Connection connection, Collection<StoredProduct> created, Map<StoredProduct, StoredProduct> changed)
            throws SQLException {
        new ProductTable(connection).update(List.copyOf(changed.values()));
        List<StoredProduct> priced = new ArrayList<>();
        List<StoredProduct> all = new ArrayList<>(created);
        created.stream()
                .filter(product -> product.details().listPrice().isPresent())
                .forEach(priced::add);
        changed.forEach((before, after) -> {
            all.add(after);
            if (!after.details().samePrice(before.details())) {
                priced.add(after);
            }
        });
        new PriceHistory(connection).add(priced);
        outbox.append(
                connection,
                all.stream()
                        .map(StoredProduct::toDomain)
                        .map(ProductEvents::changed)
                        .toList());
    }

    private static Set<String> codes(Collection<StoredProduct> products) {
        return Set.copyOf(products.stream().map(StoredProduct::code).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
