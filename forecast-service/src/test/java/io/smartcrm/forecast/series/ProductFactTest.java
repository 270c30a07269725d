package io.smartcrm.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProductFactTest {
    private static final UUID CHAIR = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aProductCountsForItsPathAndEveryBeginningOfIt() {
        // When
        ProductFact fact = ProductFact.of(CHAIR, List.of("Home", "Furniture", "Chairs"), TIME);

        // Then
        assertThat(fact.categories()).containsExactly("Home", "Home / Furniture", "Home / Furniture / Chairs");
    }

    @Test
    void theLatestStateCountsAndOfEqualTimesTheLaterInTheList() {
        // Given
        ProductFact newest = ProductFact.of(CHAIR, List.of("B"), TIME);
        ProductFact older = ProductFact.of(CHAIR, List.of("A"), TIME.minusSeconds(1));
        ProductFact asNew = ProductFact.of(CHAIR, List.of("C"), TIME);

        // When / Then
        assertThat(ProductFact.latest(List.of(newest, older))).containsExactly(newest);
        assertThat(ProductFact.latest(List.of(newest, asNew))).containsExactly(asNew);
    }
}
