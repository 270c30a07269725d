package io.smartcrm.customer.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStateTest {
    @ParameterizedTest
    @CsvSource({
        "PLACED, PAID, true",
        "PLACED, DELIVERED, true",
        "PLACED, CANCELLED, true",
        "PLACED, RETURNED, false",
        "PAID, PLACED, false",
        "PAID, CANCELLED, true",
        "SHIPPED, CANCELLED, false",
        "SHIPPED, RETURNED, true",
        "DELIVERED, RETURNED, true",
        "CANCELLED, PAID, false",
        "RETURNED, DELIVERED, false"
    })
    void aStepIsAllowedOrNot(OrderState from, OrderState to, boolean allowed) {
        assertThat(from.next().contains(to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"PLACED, RETURNED, true", "PAID, PAID, true", "DELIVERED, CANCELLED, false", "CANCELLED, PLACED, false"
    })
    void someStatesAreReachedInSeveralSteps(OrderState from, OrderState to, boolean reached) {
        assertThat(from.leadsTo(to)).isEqualTo(reached);
    }
}
