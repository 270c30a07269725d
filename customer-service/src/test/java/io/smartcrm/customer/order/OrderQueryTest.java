package io.smartcrm.customer.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.money.Money;
import io.smartcrm.wire.Failure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderQueryTest {
    private static final String CUSTOMER = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final Order ORDER = new Order(
            new OrderId(new UUID(1, 2)),
            "A-1",
            OrderKind.REFUND,
            Optional.of(UUID.fromString(CUSTOMER)),
            Instant.parse("2026-01-02T03:04:05Z"),
            "DE",
            new Money("EUR", new BigDecimal("-3.50")),
            List.of(),
            Optional.empty(),
            OrderTerms.PLAIN,
            1);

    @Test
    void ordersCanBeListedOfOneCustomerAndKind() {
        // Given
        // When
        var query = OrderQuery.parse(CUSTOMER, "kind = \"REFUND\"", 0, "");

        // Then
        assertThat(query.customerId()).contains(UUID.fromString(CUSTOMER));
        assertThat(query.kind()).contains(OrderKind.REFUND);
        assertThat(query.size()).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind = \"GIFT\"", "kind = \"sale\"", "kind : \"SALE\"", "country = \"DE\"", "SALE"})
    void anyOtherFilterIsRefused(String filter) {
        // Given
        // When
        var refused = assertThatThrownBy(() -> OrderQuery.parse("", filter, 0, ""));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("filter");
    }

    @Test
    void aCustomerThatIsNoIdIsRefused() {
        // Given
        // When
        var refused = assertThatThrownBy(() -> OrderQuery.parse("4711", "", 0, ""));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("customerId");
    }

    @Test
    void aTokenOfAnotherCustomersOrdersIsRefused() {
        // Given
        String token = OrderQuery.parse(CUSTOMER, "", 0, "").tokenAfter(ORDER);

        // When
        var refused = assertThatThrownBy(() -> OrderQuery.parse("", "", 0, token));

        // Then
        refused.isInstanceOf(Failure.class).hasMessageContaining("another query");
    }

    @Test
    void theTotalOfACountryIsRoundedOnce() {
        // Given
        var total = new CountryTotal("DE", "EUR", Map.of())
                .with(OrderKind.SALE, new CountryTotal.Sum(2, new BigDecimal("10.005")))
                .with(OrderKind.REFUND, new CountryTotal.Sum(1, new BigDecimal("-0.005")));

        // When
        long minorUnits = total.total().minorUnits();

        // Then
        assertThat(minorUnits).isEqualTo(1000);
        assertThat(total.amount(OrderKind.SALE).minorUnits()).isEqualTo(1000);
        assertThat(total.amount(OrderKind.REFUND).minorUnits()).isZero();
        assertThat(total.amount(OrderKind.ADJUSTMENT).minorUnits()).isZero();
        assertThat(total.count(OrderKind.SALE)).isEqualTo(2);
        assertThat(total.count(OrderKind.ADJUSTMENT)).isZero();
    }
}
