package io.smartcrm.customer.orderfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.wire.Failure;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnMappingTest {
    @Test
    void whatIsLeftOpenHasItsDefaults() {
        // When
        var mapping = new ColumnMapping(OrderField.SHAPE, OrderFiles.columns(), "EUR", "", "", "", "tab", "");

        // Then
        assertThat(mapping.customerNamespace()).isEqualTo("shop");
        assertThat(mapping.zone().getId()).isEqualTo("Z");
        assertThat(mapping.charset()).isEmpty();
        assertThat(mapping.separator()).contains('\t');
    }

    @Test
    void aFieldThatWeDoNotHaveIsRefusedWithThoseWeHave() {
        assertThatThrownBy(() -> ColumnMapping.columnsByLabel(OrderField.SHAPE, Map.of("invoice", "Invoice")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'invoice' is not a field of orders; there are: orderNumber, orderTime,");
    }

    @ParameterizedTest
    @CsvSource({"orderNumber", "orderTime", "productCode", "quantity", "unitPrice"})
    void aNeededFieldWithoutAColumnIsRefused(String field) {
        // Given
        var columns = new HashMap<>(OrderFiles.columns());
        columns.keySet().removeIf(known -> known.label().equals(field));

        // When / Then
        assertThatThrownBy(() -> new ColumnMapping(OrderField.SHAPE, columns, "EUR", "", "", "", "", ""))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("mapping.columns." + field);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '/', textBlock = """
        mapping.defaultCurrency   / EURO /     /              /            /   /
        mapping.creditNotePrefix  / EUR  / CREDITNOTES /      /            /   /
        mapping.timeZone          / EUR  /     / Mars         /            /   /
        mapping.encoding          / EUR  /     /              / utf-99     /   /
        mapping.encoding          / EUR  /     /              / UTF-16     /   /
        mapping.encoding          / EUR  /     /              / IBM037     /   /
        mapping.delimiter         / EUR  /     /              /            / # /
        mapping.customerNamespace / EUR  /     /              /            /   / a:b
        """)
    void aWrongPartIsRefusedByName(
            String field,
            String currency,
            String prefix,
            String zone,
            String encoding,
            String delimiter,
            String namespace) {
        assertThatThrownBy(() -> new ColumnMapping(
                        OrderField.SHAPE,
                        OrderFiles.columns(),
                        given(currency),
                        given(prefix),
                        given(zone),
                        given(encoding),
                        given(delimiter),
                        given(namespace)))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(field);
    }

    private static String given(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    @Test
    void withoutACurrencyColumnADefaultIsNeeded() {
        // Given
        var columns = new HashMap<>(OrderFiles.columns());
        columns.remove(OrderField.CURRENCY);

        // When / Then
        assertThatThrownBy(() -> new ColumnMapping(OrderField.SHAPE, columns, "", "", "", "", "", ""))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("mapping.defaultCurrency");
    }
}
