package io.smartcrm.customer.product;

import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.product.ProductSighting.Told;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A product in the database and when each part of it was told.
 *
 * @param name told at the epoch when nobody did; so with the others
 */
record StoredProduct(
        ProductId id,
        String code,
        Told<String> name,
        Told<List<String>> categoryPath,
        Told<Optional<Money>> price,
        ProductDetails details,
        Instant createTime,
        Instant updateTime,
        long version) {
    static StoredProduct first(ProductSighting sighting, Instant now) {
        return new StoredProduct(
                new ProductId(TimeOrderedId.next()),
                sighting.code(),
                sighting.name().orElse(new Told<>("", Instant.EPOCH)),
                sighting.categoryPath().orElse(new Told<>(List.of(), Instant.EPOCH)),
                sighting.price()
                        .map(told -> new Told<>(Optional.of(told.value()), told.time()))
                        .orElse(new Told<>(Optional.empty(), Instant.EPOCH)),
                ProductDetails.NONE,
                now,
                now,
                1);
    }

    static StoredProduct first(ProductDraft draft, Instant now) {
        return new StoredProduct(
                new ProductId(TimeOrderedId.next()),
                draft.code(),
                new Told<>(draft.name(), now),
                new Told<>(draft.categoryPath(), now),
                new Told<>(Optional.empty(), Instant.EPOCH),
                draft.details(),
                now,
                now,
                1);
    }

    /** The next state: as the shop says; itself when it is so already. */
    StoredProduct replace(ProductDraft draft, Instant now) {
        var next = new StoredProduct(
                id,
                code,
                new Told<>(draft.name(), now),
                new Told<>(draft.categoryPath(), now),
                price,
                draft.details(),
                createTime,
                updateTime,
                version);
        return showsAs(next) ? this : next.changed(now);
    }

    /**
     * The next state: with the parts of the draft that the paths name.
     *
     * @throws Failure INVALID without an etag or with a path that cannot be changed, STALE when the etag is not the last
     */
    StoredProduct update(String etag, List<String> paths, ProductDraft parts, Instant now) {
        if (etag.isEmpty()) {
            throw Failure.invalid("etag", "is missing; read the product and send back the etag you got");
        }
        if (!etag.equals(Long.toString(version))) {
            throw new Failure(
                    Failure.Kind.STALE,
                    "STALE_ETAG",
                    "product '" + id + "' was changed meanwhile; read it again and repeat the change");
        }
        if (paths.isEmpty()) {
            throw Failure.invalid("updateMask", "names no field; name those to change");
        }
        String nextName = name.value();
        List<String> nextPath = categoryPath.value();
        ProductDetails nextDetails = details;
        for (String path : paths) {
            switch (path) {
                case "name" -> nextName = parts.name();
                case "category_path" -> nextPath = parts.categoryPath();
                default -> nextDetails = nextDetails.with(path, parts.details());
            }
        }
        return replace(new ProductDraft(code, nextName, nextPath, nextDetails), now);
    }

    /** The next state: what was told later replaces what was told before; itself when nothing was. */
    StoredProduct see(ProductSighting sighting, Instant now) {
        var laterPrice = sighting.price().map(told -> new Told<>(Optional.of(told.value()), told.time()));
        Told<String> nextName = name.value().isEmpty() ? sighting.name().orElse(name) : name.orLater(sighting.name());
        var next = new StoredProduct(
                id,
                code,
                nextName,
                categoryPath.orLater(sighting.categoryPath()),
                price.orLater(laterPrice),
                details,
                createTime,
                updateTime,
                version);
        return showsAs(next) ? next : next.changed(now);
    }

    /** Whether the other looks the same to everyone else. */
    boolean showsAs(StoredProduct other) {
        return name.value().equals(other.name.value())
                && categoryPath.value().equals(other.categoryPath.value())
                && samePrice(other)
                && details.equals(other.details);
    }

    private boolean samePrice(StoredProduct other) {
        Optional<Money> mine = price.value();
        Optional<Money> theirs = other.price.value();
        if (mine.isEmpty() || theirs.isEmpty()) {
            return mine.isEmpty() && theirs.isEmpty();
        }
        return mine.get().currencyCode().equals(theirs.get().currencyCode())
                && mine.get().amount().compareTo(theirs.get().amount()) == 0;
    }

    private StoredProduct changed(Instant now) {
        return new StoredProduct(id, code, name, categoryPath, price, details, createTime, now, version + 1);
    }

    Product toDomain() {
        return new Product(
                id, code, name.value(), categoryPath.value(), price.value(), details, createTime, updateTime, version);
    }
}
