package io.smartcrm.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
    @ParameterizedTest
    @CsvSource({"0, 2000, 260000", "1, 2000, 260000", "1000, 2000, 260000", "2000, 2000, 260000"})
    void anEstimateLiesWithinItsBounds(long found, int sampled, long customers) {
        // When
        Preview preview = Preview.estimated(found, sampled, customers);

        // Then
        assertThat(preview.exact()).isFalse();
        assertThat(preview.count())
                .isEqualTo(found * customers / sampled)
                .isBetween(preview.lowest(), preview.highest());
        assertThat(preview.highest()).isGreaterThan(preview.lowest()).isLessThanOrEqualTo(customers);
    }

    @Test
    void withoutASampleAnythingIsPossible() {
        // When
        Preview preview = Preview.estimated(0, 0, 10);

        // Then
        assertThat(preview.lowest()).isZero();
        assertThat(preview.highest()).isEqualTo(10);
    }
}
