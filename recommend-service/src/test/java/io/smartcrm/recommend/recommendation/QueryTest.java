package io.smartcrm.recommend.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTest {
    @Test
    void queriesBeyondTheLimitsAreInvalid() {
        assertThatThrownBy(() -> Query.forCustomer("", 10, false, List.of()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("customerId");
        assertThatThrownBy(() -> Query.forCustomer("c", 101, false, List.of()))
                .isInstanceOf(Failure.class)
                .hasMessage("size: 101 is not between 1 and 100");
        assertThatThrownBy(() -> Query.forCustomer("c", -1, false, List.of())).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Query.forCustomer("c", 10, false, Collections.nCopies(1_001, "p")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("1001 ids are more than 1000");
        assertThatThrownBy(() -> Query.forCustomer("c", 10, false, List.of("p".repeat(101))))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("101");
        assertThatThrownBy(() -> Query.forCustomer("c", 10, false, List.of()).from(1_000))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("1000 products");
        assertThatThrownBy(() -> new Rules(List.of(), List.of(), 0, 1.5))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("diversity");
        assertThatThrownBy(() -> new Rules(List.of(), List.of(), -1, 0)).isInstanceOf(Failure.class);
    }

    @Test
    void aPageBelongsToItsQueryAndNotToItsSize() {
        // Given
        Query query = Query.forCustomer("c", 10, false, List.of("p"));

        // Then
        assertThat(query.fingerprint())
                .isEqualTo(Query.forCustomer("c", 20, false, List.of("p")).fingerprint())
                .isEqualTo(query.from(10).fingerprint())
                .isNotEqualTo(Query.forCustomer("d", 10, false, List.of("p")).fingerprint());
    }

    @Test
    void noSizeStandsForTen() {
        assertThat(Limits.size(0)).isEqualTo(10);
        assertThat(Limits.size(7)).isEqualTo(7);
    }
}
