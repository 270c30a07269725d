package io.smartcrm.recommend.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerQueryTest {
    @Test
    void queriesBeyondTheLimitsAreInvalid() {
        assertThatThrownBy(() -> new CustomerQuery("", 10, false, List.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("customerId");
        assertThatThrownBy(() -> new CustomerQuery("c", 101, false, List.of()))
                .isInstanceOf(Failure.class)
                .hasMessage("size: 101 is not between 1 and 100");
        assertThatThrownBy(() -> new CustomerQuery("c", -1, false, List.of())).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> new CustomerQuery("c", 10, false, Collections.nCopies(1_001, "p")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("1001 ids are more than 1000");
        assertThatThrownBy(() -> new CustomerQuery("c", 10, false, List.of("p".repeat(101))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("101");
    }

    @Test
    void noSizeStandsForTen() {
        assertThat(Limits.size(0)).isEqualTo(10);
        assertThat(Limits.size(7)).isEqualTo(7);
    }
}
