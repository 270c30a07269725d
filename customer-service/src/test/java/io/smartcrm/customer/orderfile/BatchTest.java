package io.smartcrm.customer.orderfile;

import static io.smartcrm.customer.orderfile.OrderFiles.batch;
import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static io.smartcrm.customer.orderfile.OrderFiles.line;
import static io.smartcrm.customer.orderfile.OrderFiles.mapping;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.recordfile.FileLimits;
import io.smartcrm.customer.recordfile.FileRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {
    private static final FileLimits TEN_ROWS = new FileLimits(1 << 26, 200, 1 << 20, 10);

    @TempDir
    private Path folder;

    @Test
    void linesOfOneOrderThatStandApartAreJoined() {
        // When
        var batch = batch(csv(line(), line("nr", "2"), line("sku", "B", "time", "2024-03-01 09:59:00")));

        // Then
        assertThat(batch.orders()).extracting(FileOrder::number).containsExactly("1", "2");
        assertThat(batch.orders().get(0).lines())
                .extracting(FileOrder.Line::productCode)
                .containsExactly("A", "B");
        assertThat(batch.orders().get(0).time()).isEqualTo("2024-03-01T08:59:00Z");
    }

    @ParameterizedTest
    @CsvSource({"customer, bob", "country, Spain", "currency, USD", "refund, 77"})
    void aRowThatContradictsItsOrderIsRejected(String column, String value) {
        // When
        var batch =
                batch(csv(line(), line(column, value, "qty", column.equals("refund") ? "-1" : "1"), line("sku", "B")));

        // Then
        assertThat(batch.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.lines()).hasSize(2));
        assertThat(batch.rejected()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.value()).isEqualTo(value);
            assertThat(row.reason()).startsWith("contradicts line 2, where 1 is an order");
        });
    }

    @Test
    void whatOneRowLeavesOutAnotherTells() {
        // When
        var batch = batch(csv(line("customer", "", "country", ""), line()));

        // Then
        assertThat(batch.orders()).singleElement().satisfies(order -> {
            assertThat(order.customerId()).isEqualTo("ada");
            assertThat(order.country()).isEqualTo("France");
        });
    }

    @Test
    void theLastTellingOfAProductByTheTimeOfItsOrderWins() {
        // When
        var batch = batch(csv(
                line("time", "2024-03-03", "text", "Newest", "price", "3"),
                line("nr", "2", "time", "2024-03-02", "text", "Older", "price", "2")));

        // Then
        assertThat(batch.products()).singleElement().satisfies(product -> {
            assertThat(product.name().orElseThrow().value()).isEqualTo("Newest");
            assertThat(product.price().orElseThrow().value().amount()).isEqualByComparingTo("3");
        });
    }

    @Test
    void aBatchEndsWithAnOrder() throws Exception {
        // Given
        String text = csv(orders(4, 7));

        // When
        List<Batch> batches = readFrom(text, 0);

        // Then
        assertThat(batches).extracting(Batch::endRow).containsExactly(14L, 28L);
        assertThat(batches).allSatisfy(batch -> assertThat(batch.orders()).hasSize(2));
    }

    @Test
    void anEndlessOrderIsCut() throws Exception {
        // Given
        String text = csv(orders(1, 45));

        // When
        List<Batch> batches = readFrom(text, 0);

        // Then
        assertThat(batches).extracting(Batch::endRow).containsExactly(20L, 40L, 45L);
    }

    @Test
    void fromTheEndOfAnyBatchTheSameBatchesFollow() throws Exception {
        // Given
        var random = new Random(7);
        List<Map<String, String>> lines = new ArrayList<>();
        for (int order = 0; order < 60; order++) {
            for (int i = random.nextInt(12); i >= 0; i--) {
                lines.add(line(
                        "nr", "N" + order, "qty", Integer.toString(random.nextInt(4)), "sku", "S" + random.nextInt(9)));
            }
        }
        String text = csv(lines);
        List<Batch> whole = readFrom(text, 0);

        for (int i = 0; i < whole.size(); i++) {
            // When
            List<Batch> rest = readFrom(text, whole.get(i).endRow());

            // Then
            assertThat(rest)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("position")
                    .isEqualTo(whole.subList(i + 1, whole.size()));
        }
        assertThat(whole).hasSizeGreaterThan(20);
    }

    @Test
    void aFileThatBecameShorterIsNotGoneOnWith() {
        assertThatThrownBy(() -> readFrom(csv(line()), 2))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("fewer rows");
    }

    private static List<Map<String, String>> orders(int count, int linesEach) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < count * linesEach; i++) {
            lines.add(line("nr", Integer.toString(i / linesEach), "sku", "S" + i));
        }
        return lines;
    }

    private List<Batch> readFrom(String text, long row) throws Exception {
        Path path = Files.createTempFile(folder, "orders", ".csv");
        Files.write(path, text.getBytes(UTF_8));
        List<Batch> batches = new ArrayList<>();
        try (var file = OrderFile.open(() -> Files.newInputStream(path), mapping(), TEN_ROWS)) {
            file.skip(row);
            for (Optional<Batch> batch = file.next(); batch.isPresent(); batch = file.next()) {
                batches.add(batch.get());
            }
        }
        return batches;
    }
}
