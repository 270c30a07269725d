package io.smartcrm.customer.product;

import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.product.ProductSighting.Told;
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
                now,
                now,
                1);
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
                createTime,
                updateTime,
                version);
        return showsAs(next) ? next : next.changed(now);
    }

    /** Whether the other looks the same to everyone else. */
    boolean showsAs(StoredProduct other) {
        return name.value().equals(other.name.value())
                && categoryPath.value().equals(other.categoryPath.value())
                && samePrice(other);
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
        return new StoredProduct(id, code, name, categoryPath, price, createTime, now, version + 1);
    }

    Product toDomain() {
        return new Product(id, code, name.value(), categoryPath.value(), price.value(), createTime, updateTime);
    }
}
