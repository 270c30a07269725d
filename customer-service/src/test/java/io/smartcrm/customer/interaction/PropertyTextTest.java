package io.smartcrm.customer.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PropertyTextTest {
    @Test
    void propertiesAreKeptButForWhatNamesAPerson() {
        // When
        var clean = PropertyText.clean("""
            {"price": 12.50, "email": "ada@example.org", "cart": [{"sku": "A", "First_Name": {"x": [1]}}],
             "phone": ["1", "2"], "note": null, "name": "Lamp"}\
            """);

        // Then
        assertThat(clean.json())
                .isEqualTo("{\"price\":12.50,\"cart\":[{\"sku\":\"A\"}],\"note\":null,\"name\":\"Lamp\"}");
        assertThat(clean.product()).isEmpty();
    }

    @Test
    void theProductIsTheOneOfTheWholeObject() {
        assertThat(PropertyText.clean("{\"sku\":\"S-1\",\"x\":{\"product_id\":\"inner\"}}")
                        .product())
                .isEqualTo("S-1");
        assertThat(PropertyText.clean("{\"sku\":\"S-1\",\"product_id\":4711}").product())
                .isEqualTo("4711");
    }

    @Test
    void nothingIsAnEmptyObject() {
        assertThat(PropertyText.clean("  ").json()).isEqualTo("{}");
    }

    static List<Map.Entry<String, String>> refused() {
        return List.of(
                Map.entry("[1]", "are not a JSON object"),
                Map.entry("7", "are not a JSON object"),
                Map.entry("{\"a\":1} {}", "are more than one JSON object"),
                Map.entry("{\"a\":", "are not JSON"),
                Map.entry("{a:1}", "are not JSON"),
                Map.entry("{\"a\":\"\\u0000\"}", "cannot be stored"),
                Map.entry("{\"a\":[[[[[[1]]]]]]}", "nested more than 6"),
                Map.entry("[".repeat(5000), "are not a JSON object"),
                Map.entry("{\"a\":" + "[".repeat(5000), "nested more than 6"),
                Map.entry("{\"a\":\"" + "é".repeat(20_000) + "\"}", "longer than 32768 bytes"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNotAnObjectWithinLimitsIsRefused(Map.Entry<String, String> text) {
        assertThatThrownBy(() -> PropertyText.clean(text.getKey())).hasMessageContaining(text.getValue());
    }
}
