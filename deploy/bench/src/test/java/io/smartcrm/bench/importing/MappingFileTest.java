package io.smartcrm.bench.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.bench.UsageException;
import io.smartcrm.customer.recordfile.ColumnMapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingFileTest {
    private static final String COLUMNS = """
        {"orderNumber": "nr", "orderTime": "time", "productCode": "sku", "quantity": "qty", "unitPrice": "price",
         "currency": "money"}\
        """;

    @TempDir
    private Path folder;

    @Test
    void onlineRetailIsKnownByItsHeader() throws Exception {
        // Given
        Path orders = file(
                "orders.csv", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");

        // When
        var mapping = MappingFile.find(Optional.empty(), orders);

        // Then
        assertThat(byLabel(mapping)).containsEntry("orderNumber", "InvoiceNo");
        assertThat(mapping.creditNotePrefix()).isEqualTo("C");
        assertThat(mapping.defaultCurrency()).isEqualTo("GBP");
    }

    @Test
    void theMappingBesideTheFileIsTaken() throws Exception {
        // Given
        Path orders = file("orders.csv", "nr,time,sku,qty,price,money\n");
        file("orders-mapping.json", COLUMNS);

        // When
        var mapping = MappingFile.find(Optional.empty(), orders);

        // Then
        assertThat(byLabel(mapping)).containsEntry("productCode", "sku");
    }

    @Test
    void whatTheCallerNamesComesFirst() throws Exception {
        // Given
        Path orders = file("orders.csv", "nr,time,sku,qty,price,money\n");
        file("orders-mapping.json", COLUMNS);
        Path named = file("mine.json", "{\"columns\": " + COLUMNS.replace("nr", "number") + ", \"delimiter\": \";\"}");

        // When
        var mapping = MappingFile.find(Optional.of(named), orders);

        // Then
        assertThat(byLabel(mapping)).containsEntry("orderNumber", "number");
        assertThat(mapping.delimiter()).isEqualTo(";");
    }

    @Test
    void aFileThatNobodyKnowsIsAskedFor() throws Exception {
        // Given
        Path orders = file("orders.csv", "a,b\n");

        // When / Then
        assertThatThrownBy(() -> MappingFile.find(Optional.empty(), orders))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("--mapping");
    }

    @Test
    void aWrongMappingIsAUsageThatSaysWhatIsWrong() {
        assertThatThrownBy(() -> MappingFile.parse("{\"columns\": {}}"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("mapping.columns.orderNumber");
        assertThatThrownBy(() -> MappingFile.parse("nonsense")).isInstanceOf(UsageException.class);
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Map<String, String> byLabel(ColumnMapping mapping) {
        Map<String, String> columns = new HashMap<>();
        mapping.columns().forEach((field, column) -> columns.put(field.label(), column));
        return columns;
    }
}
