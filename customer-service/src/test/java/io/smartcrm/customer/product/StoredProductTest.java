package io.smartcrm.customer.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.customer.money.Money;
import io.smartcrm.customer.product.ProductSighting.Told;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoredProductTest {
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2024-04-01T00:00:00Z");

    private final StoredProduct cup = StoredProduct.first(sighting("Cup", "2.50", MARCH), NOW);

    @Test
    void whatIsToldLaterReplacesWhatWasToldBefore() {
        // When
        var seen = cup.see(sighting("Mug", "3", APRIL), NOW);

        // Then
        assertThat(seen.name().value()).isEqualTo("Mug");
        assertThat(seen.price().value().orElseThrow().amount()).isEqualByComparingTo("3");
        assertThat(seen.version()).isEqualTo(2);
    }

    @Test
    void whatIsToldLateOfAnEarlierTimeChangesNothing() {
        // Given
        var april = cup.see(sighting("Mug", "3", APRIL), NOW);

        // When
        var seen = april.see(sighting("Cup", "2.50", MARCH), NOW);

        // Then
        assertThat(seen).isEqualTo(april);
    }

    @Test
    void theSameToldLaterIsRememberedButIsNoChange() {
        // When
        var seen = cup.see(sighting("Cup", "2.500", APRIL), NOW);

        // Then
        assertThat(seen.showsAs(cup)).isTrue();
        assertThat(seen.version()).isEqualTo(1);
        assertThat(seen.price().time()).isEqualTo(APRIL);
    }

    @Test
    void aNameFillsAnEmptyOneWhenever() {
        // Given
        var nameless = StoredProduct.first(
                new ProductSighting("C", Optional.empty(), Optional.empty(), Optional.empty()), NOW);

        // When
        var seen = nameless.see(
                new ProductSighting(
                        "C", Optional.of(new Told<>("found", Instant.EPOCH)), Optional.empty(), Optional.empty()),
                NOW);

        // Then
        assertThat(seen.name().value()).isEqualTo("found");
    }

    private static ProductSighting sighting(String name, String price, Instant time) {
        return new ProductSighting(
                "C",
                Optional.of(new Told<>(name, time)),
                Optional.of(new Told<>(List.of("Home"), time)),
                Optional.of(new Told<>(new Money("EUR", new BigDecimal(price)), time)));
    }
}
