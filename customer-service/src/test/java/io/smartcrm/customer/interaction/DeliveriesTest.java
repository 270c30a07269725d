package io.smartcrm.customer.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theStateNeverGoesBackWhateverOrderTheReportsComeIn() {
        for (List<DeliveryState> order : List.of(
                List.of(DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.OPENED),
                List.of(DeliveryState.OPENED, DeliveryState.SENT, DeliveryState.DELIVERED),
                List.of(DeliveryState.DELIVERED, DeliveryState.OPENED, DeliveryState.SENT))) {
            // Given
            Deliveries deliveries = Deliveries.begin(DeliveryState.QUEUED, NOON);

            // When
            for (DeliveryState state : order) {
                deliveries = deliveries.report(state, NOON);
            }

            // Then
            assertThat(deliveries.state()).as(order.toString()).isEqualTo(DeliveryState.OPENED);
            assertThat(deliveries.times())
                    .containsOnlyKeys(
                            DeliveryState.QUEUED, DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.OPENED);
        }
    }

    @Test
    void whatBouncedIsNotDeliveredAnyMore() {
        // Given
        var bounced = Deliveries.begin(DeliveryState.SENT, NOON).report(DeliveryState.BOUNCED, NOON);

        // When
        var late = bounced.report(DeliveryState.DELIVERED, NOON);

        // Then
        assertThat(late.state()).isEqualTo(DeliveryState.BOUNCED);
    }

    @Test
    void theFirstReportOfAStateCounts() {
        // Given
        var opened = Deliveries.begin(DeliveryState.OPENED, NOON);

        // When
        var again = opened.report(DeliveryState.OPENED, NOON.plusSeconds(60));

        // Then
        assertThat(again).isSameAs(opened);
    }
}
