package io.smartcrm.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.forecast.series.OrderFact.Kind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFactTest {
    private static final UUID ORDER = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID PRODUCT = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @Test
    void theHighestVersionOfAnOrderCounts() {
        // Given
        OrderFact second = fact(2, "7");

        // When / Then
        assertThat(OrderFact.latestVersions(List.of(fact(1, "5"), second, fact(1, "6"))))
                .containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "1e-1000000000", "1e-2147483647", "123456789012345678901", "two", ""})
    void quantitiesThatWouldExhaustMemoryAreRefused(String quantity) {
        // When / Then
        assertThatThrownBy(() -> OrderFact.quantity(quantity)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OrderFact fact(long version, String quantity) {
        SortedMap<UUID, BigDecimal> quantities = new TreeMap<>();
        quantities.put(PRODUCT, new BigDecimal(quantity));
        return new OrderFact(ORDER, version, Kind.SALE, LocalDate.of(2026, 3, 2), "", "France", "web", quantities);
    }
}
