package io.smartcrm.gateway.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportMappingTest {
    @Test
    void theWholeObjectIsRead() {
        // When
        ImportMapping mapping = ImportMapping.parse("""
                {"columns": {"orderNumber": "InvoiceNo"}, "defaultCurrency": "GBP", "creditNotePrefix": "C"}""");

        // Then
        assertThat(mapping.columns()).isEqualTo(Map.of("orderNumber", "InvoiceNo"));
        assertThat(mapping.defaultCurrency()).isEqualTo("GBP");
        assertThat(mapping.creditNotePrefix()).isEqualTo("C");
        assertThat(mapping.timeZone()).isNull();
    }

    @Test
    void theColumnsAloneWillDo() {
        // When
        ImportMapping mapping = ImportMapping.parse("{\"orderNumber\": \"InvoiceNo\", \"quantity\": \"Qty\"}");

        // Then
        assertThat(mapping.columns()).isEqualTo(Map.of("orderNumber", "InvoiceNo", "quantity", "Qty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "\"text\"",
                "{\"orderNumber\": 7}",
                "{\"columns\": {\"orderNumber\": \"a\"}, \"currency\": \"GBP\"}",
                "{\"columns\": 7}"
            })
    void whatIsNoMappingIsRefused(String json) {
        assertThatThrownBy(() -> ImportMapping.parse(json))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.violations())
                                .extracting(Failure.Violation::field)
                                .containsExactly("mapping"));
    }
}
