package io.smartcrm.customer.product;

import static java.util.Objects.requireNonNull;

import io.smartcrm.customer.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What another system told of a product, each with the time of the order that told it last. */
public record ProductSighting(
        String code,
        Optional<Told<String>> name,
        Optional<Told<List<String>>> categoryPath,
        Optional<Told<Money>> price) {
    public ProductSighting {
        requireNonNull(code, "code is null");
        requireNonNull(name, "name is null");
        requireNonNull(categoryPath, "categoryPath is null");
        requireNonNull(price, "price is null");
    }

    /** A value and when it was told, to the microsecond. */
    public record Told<T>(T value, Instant time) {
        public Told {
            requireNonNull(value, "value is null");
            time = time.truncatedTo(ChronoUnit.MICROS);
        }

        /** The one told later; of equals this one, so that what is told twice changes nothing. */
        Told<T> orLater(Optional<Told<T>> other) {
            return other.filter(told -> told.time.isAfter(time)).orElse(this);
        }
    }
}
