package io.smartcrm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
    @Test
    void aTokenLeadsBackToItsKeys() {
        // Given
        String token = PageToken.of("2026-01-02T03:04:05Z", "id-7").encode("ListCustomers|country=DE");

        // When
        PageToken read = PageToken.decode(token, "ListCustomers|country=DE", 2);

        // Then
        assertThat(read.keys()).containsExactly("2026-01-02T03:04:05Z", "id-7");
    }

    @Test
    void aTokenOfAnotherQueryIsRefused() {
        // Given
        String token = PageToken.of("a").encode("ListCustomers|country=DE");

        // When / Then
        assertThatThrownBy(() -> PageToken.decode(token, "ListCustomers|country=FR", 1))
                .isInstanceOfSatisfying(Failure.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
                    assertThat(failure).hasMessageContaining("another query");
                });
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "x", "!!!", "AAAA", "////"})
    void whatIsNoTokenIsRefused(String token) {
        assertThatThrownBy(() -> PageToken.decode(token, "q", 1))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 501, Integer.MIN_VALUE})
    void pageSizesOutOfBoundsAreRefusedNamingTheValue(int size) {
        assertThatThrownBy(() -> PageToken.pageSize(size))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(String.valueOf(size));
    }
}
