package io.smartcrm.customer.orderfile;

import static io.smartcrm.customer.orderfile.OrderFiles.LIMITS;
import static io.smartcrm.customer.orderfile.OrderFiles.batch;
import static io.smartcrm.customer.orderfile.OrderFiles.csv;
import static io.smartcrm.customer.orderfile.OrderFiles.gzip;
import static io.smartcrm.customer.orderfile.OrderFiles.line;
import static io.smartcrm.customer.orderfile.OrderFiles.mapping;
import static io.smartcrm.customer.orderfile.OrderFiles.read;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.customer.recordfile.ColumnMapping;
import io.smartcrm.customer.recordfile.FileLimits;
import io.smartcrm.customer.recordfile.FileRefusal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderFileTest {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsTheOneThatFindsTheColumns(String delimiter) throws Exception {
        // Given
        String text = csv(line("text", "plain", "country", "")).replace(",", delimiter);

        // When
        try (var file = open(text.getBytes(UTF_8))) {
            // Then
            assertThat(file.delimiter()).isEqualTo(delimiter);
            assertThat(file.next())
                    .hasValueSatisfying(
                            batch -> assertThat(batch.acceptedRows()).isEqualTo(1));
        }
    }

    @Test
    void theEncodingIsUtf8WhenAllOfItIsElseWestern() throws Exception {
        // Given
        String text = csv(line("text", "Café £5 – naïve"));

        // When
        try (var unicode = open(text.getBytes(UTF_8));
                var western = open(text.getBytes(WESTERN))) {
            // Then
            assertThat(unicode.encoding()).isEqualTo("UTF-8");
            assertThat(western.encoding()).isEqualTo("windows-1252");
            assertThat(name(unicode)).isEqualTo("Café £5 – naïve");
            assertThat(name(western)).isEqualTo("Café £5 – naïve");
        }
    }

    @Test
    void aLateWesternByteDecidesTheEncodingOfTheWholeFile() throws Exception {
        // Given
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add(line("nr", Integer.toString(i)));
        }
        lines.add(line("nr", "last", "text", "Café"));

        // When
        try (var file = open(csv(lines).getBytes(WESTERN))) {
            // Then
            assertThat(file.encoding()).isEqualTo("windows-1252");
        }
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstColumn() {
        // When
        var batch = batch("\uFEFF" + csv(line()));

        // Then
        assertThat(batch.acceptedRows()).isEqualTo(1);
    }

    @Test
    void quotesLineBreaksAndCrLfAreReadAsTheStandardSays() {
        // Given
        String text =
                csv(line("text", "6\" \"big\", red\nrose"), line("nr", "2")).replace("\n1,", "\r\n1,");

        // When
        var batch = batch(text.replace("\n2,", "\r\n2,"));

        // Then
        assertThat(batch.orders()).extracting(FileOrder::number).containsExactly("1", "2");
        assertThat(batch.orders().get(1).lines().get(0).line()).isEqualTo(4);
    }

    @Test
    void aMissingColumnIsNamedWithWhatTheFileHas() {
        // Given
        String text = csv(line()).replaceFirst("time", "InvoiceDate");

        // When / Then
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FileRefusal.class)
                .hasMessage("column 'time', which the mapping names for orderTime, is not in the header; the file has:"
                        + " 'nr', 'InvoiceDate', 'customer', 'name', 'email', 'country', 'sku', 'text',"
                        + " 'category', 'qty', 'price', 'currency', 'refund'; is the delimiter ',' right?");
    }

    @Test
    void aWrongDelimiterShowsAsOneLongColumn() {
        // Given
        var semicolon = new ColumnMapping(OrderField.SHAPE, OrderFiles.columns(), "EUR", "C", "", "", ";", "");

        // When / Then
        assertThatThrownBy(() -> read(csv(line()).getBytes(UTF_8), semicolon, LIMITS))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining(
                        "the file has: 'nr,time,customer,name,email,country,sku,...'; is the delimiter ';' right?");
    }

    @Test
    void aColumnThatIsThereTwiceIsNotGuessed() {
        // Given
        String text = csv(line()).replaceFirst("category", "qty");
        var columns = OrderFiles.columns();
        columns.remove(OrderField.CATEGORY);
        var mapping = new ColumnMapping(OrderField.SHAPE, columns, "EUR", "", "", "", "", "");

        // When / Then
        assertThatThrownBy(() -> read(text.getBytes(UTF_8), mapping, LIMITS))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("column 'qty' twice");
    }

    @Test
    void filesThatAreNoTextAreRefusedByName() {
        assertRefused("", "is empty");
        assertRefused("PK\3\4 and more", "Excel workbook");
        assertRefused("%PDF-1.7", "no text");
        assertRefused("nr,time\0,customer", "no text");
        assertThatThrownBy(() -> read(("\uFEFF" + csv(line())).getBytes(UTF_16LE), mapping(), LIMITS))
                .hasMessageContaining("UTF-16");
    }

    @Test
    void bytesThatContradictTheNamedEncodingAreAFailureThatNamesTheLine() {
        // Given
        var utf8 = new ColumnMapping(OrderField.SHAPE, OrderFiles.columns(), "EUR", "", "", "UTF-8", "", "");
        byte[] western = csv(line(), line("nr", "2", "text", "Café")).getBytes(WESTERN);

        // When / Then
        assertThatThrownBy(() -> read(western, utf8, LIMITS))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("come bytes that are not UTF-8");
    }

    @Test
    void aLineOfTenMegabytesIsAFailureThatNamesItsPlace() {
        // Given
        String text = csv(line(), line("nr", "2", "text", "x".repeat(10 << 20)), line("nr", "3"));

        // When / Then
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FileRefusal.class)
                .hasMessageStartingWith("after line 2 comes a line or cell of more than 1048576 characters");
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsAFailureThatAsksForIt() {
        // Given
        List<Map<String, String>> lines = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            lines.add(line("nr", Integer.toString(i)));
        }
        String text = csv(lines).replaceFirst("\n5,", "\n\"5,");

        // When / Then
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(FileRefusal.class)
                .hasMessageStartingWith("after line 6")
                .hasMessageContaining("quotation mark");
    }

    @Test
    void aHeaderWiderThanAnyShopHasIsRefused() {
        // When / Then
        assertThatThrownBy(() -> read("a,".repeat(100_000))).isInstanceOf(FileRefusal.class);
    }

    @Test
    void aPackedFileIsReadLikeAPlainOne() {
        // Given
        byte[] plain = csv(line(), line("nr", "2")).getBytes(UTF_8);

        // When
        var batches = read(gzip(plain), mapping(), LIMITS);

        // Then
        assertThat(batches)
                .singleElement()
                .satisfies(batch -> assertThat(batch.acceptedRows()).isEqualTo(2));
    }

    @Test
    void aBombIsRefusedByItsRatio() {
        // Given
        byte[] bomb = gzip((csv(line()) + "\n".repeat(60 << 20)).getBytes(UTF_8));

        // When / Then
        assertThatThrownBy(() -> read(bomb, mapping(), LIMITS))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("grows more than 200 fold");
    }

    @Test
    void aPackedFileThatIsTooLargeIsRefused() {
        // Given
        var limits = new FileLimits(1_000, 200, 1 << 20, 1_000);
        byte[] packed = gzip(csv(line()).repeat(10).getBytes(UTF_8));

        // When / Then
        assertThatThrownBy(() -> read(packed, mapping(), limits))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("holds more than 1000 bytes");
    }

    @Test
    void aPackedFileThatIsCutOffIsRefused() {
        // Given
        byte[] packed = gzip(csv(line()).getBytes(UTF_8));

        // When / Then
        assertThatThrownBy(() -> read(Arrays.copyOf(packed, packed.length / 2), mapping(), LIMITS))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("damaged or cut off");
    }

    @Test
    void theFileDecidesWhichNumberOfADateIsTheDay() {
        // When
        var batch = batch(csv(line("time", "1/2/2024 10:00"), line("nr", "2", "time", "13/2/2024 10:00")));

        // Then
        assertThat(batch.orders().get(0).time()).isEqualTo("2024-02-01T09:00:00Z");
    }

    @Test
    void datesThatNothingDecidesAreAFailureThatSaysSo() {
        assertThatThrownBy(() -> read(csv(line("time", "1/2/2024 10:00"), line("nr", "2", "time", "3/2/2024"))))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("in '1/2/2024 10:00' the day can stand first or second");
    }

    private static void assertRefused(String content, String reason) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(FileRefusal.class).hasMessageContaining(reason);
    }

    private static String name(OrderFile file) {
        Optional<Batch> batch = file.next();
        return batch.orElseThrow().products().get(0).name().orElseThrow().value();
    }

    private OrderFile open(byte[] content) throws Exception {
        Path file = Files.createTempFile(folder, "orders", ".csv");
        Files.write(file, content);
        return OrderFile.open(() -> Files.newInputStream(file), mapping(), LIMITS);
    }
}
