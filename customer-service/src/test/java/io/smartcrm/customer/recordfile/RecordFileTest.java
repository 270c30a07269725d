package io.smartcrm.customer.recordfile;

import static io.smartcrm.customer.recordfile.FileField.Type.CODE;
import static io.smartcrm.customer.recordfile.FileField.Type.COUNT;
import static io.smartcrm.customer.recordfile.FileField.Type.DECIMAL;
import static io.smartcrm.customer.recordfile.FileField.Type.NAME;
import static io.smartcrm.customer.recordfile.FileField.Type.TEXT;
import static io.smartcrm.customer.recordfile.FileField.Type.TIME;
import static io.smartcrm.customer.recordfile.FileField.Type.WORDS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.wire.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFileTest {
    private static final FileField ID = FileField.required("id", NAME, 20);
    private static final FileField SEEN = FileField.optional("seen", TIME, 40);
    private static final FileField WORTH = FileField.optional("worth", DECIMAL, 40);
    private static final FileField VISITS = FileField.optional("visits", COUNT, 40);
    private static final FileField TAGS = FileField.optional("tags", WORDS, 40);
    private static final FileField STATE = FileField.optional("state", CODE, 40);
    private static final FileField EXTRA = FileField.optional("extra", TEXT, 40);
    private static final FileShape SHAPE =
            new FileShape("things", List.of(ID, SEEN, WORTH, VISITS, TAGS, STATE), List.of(EXTRA));
    private static final FileLimits LIMITS = new FileLimits(1 << 20, 200, 1_000, 2);

    @Test
    void aRowOfEitherFormatTellsTheSame() {
        // Given
        String csv = "id;seen;worth;visits;tags;state;blue\n7.0;2024-03-01;1.50;3;a|b;in use;x\n";
        String json = "{\"id\":7,\"seen\":\"2024-03-01\",\"worth\":1.50,\"visits\":3,\"tags\":[\"a\",\"b\"],"
                + "\"state\":\"in use\",\"blue\":\"x\"}\n";

        // When
        FileRecord ofCsv = read(csv).get(0).records().get(0);
        FileRecord ofJson = read(json).get(0).records().get(0);

        // Then
        assertThat(ofCsv.text(ID)).isEqualTo("7");
        assertThat(ofCsv.time(SEEN)).contains(Instant.parse("2024-03-01T00:00:00Z"));
        assertThat(ofCsv.decimal(WORTH).orElseThrow()).isEqualByComparingTo("1.5");
        assertThat(ofCsv.count(VISITS)).contains(3L);
        assertThat(ofCsv.words(TAGS)).containsExactly("a", "b");
        assertThat(ofCsv.text(STATE)).isEqualTo("IN_USE");
        assertThat(ofCsv.family(EXTRA)).containsExactlyEntriesOf(Map.of("blue", "x"));
        assertThat(ofJson.values()).isEqualTo(ofCsv.values());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
        {"id":""}                 ~ id     ~ is missing
        {"seen":"2024-03-01"}     ~ id     ~ is missing
        {"id":1,"seen":"soon"}    ~ seen   ~ is not a time
        {"id":1,"worth":1e999999} ~ worth  ~ is not a decimal number
        {"id":1,"worth":"NaN"}    ~ worth  ~ is not a decimal number
        {"id":1,"visits":-1}      ~ visits ~ is not a whole number
        {"id":1,"visits":1.5}     ~ visits ~ is not a whole number
        {"id":1,"id":2}           ~ ``     ~ is not JSON: Duplicate field 'id'
        {"id":1                   ~ ``     ~ is not JSON
        {"id":1} {"id":2}         ~ ``     ~ is not JSON
        [1,2]                     ~ ``     ~ is not a JSON object
        7                         ~ ``     ~ is not a JSON object
        {"id":"a\\u0000b"}        ~ id     ~ holds a control character
        """)
    void aBadLineIsRejectedAndTheNextOneRead(String line, String column, String reason) {
        // When
        List<RecordBatch> batches = read("{\"id\":0,\"seen\":\"\"}\n" + line + "\n{\"id\":9}\n");

        // Then
        List<RejectedRow> rejected =
                batches.stream().flatMap(batch -> batch.rejected().stream()).toList();
        assertThat(rejected).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.column()).isEqualTo(column);
            assertThat(row.reason()).startsWith(reason);
        });
        assertThat(batches.stream().flatMap(batch -> batch.records().stream()))
                .extracting(read -> read.text(ID))
                .containsExactly("0", "9");
    }

    @Test
    void batchesGoOnAtTheExactRowWhateverWasSkipped() {
        // Given
        String file = "{\"id\":1}\n\n{\"id\":2}\r\nbad\n{\"id\":4}\n{\"id\":5}";

        // When
        List<RecordBatch> batches = read(file.getBytes(UTF_8), 2);

        // Then
        assertThat(batches).extracting(RecordBatch::endRow).containsExactly(4L, 5L);
        assertThat(batches.get(0).rejected()).extracting(RejectedRow::line).containsExactly(4L);
        assertThat(batches.get(0).records()).extracting(FileRecord::line).containsExactly(5L);
        assertThat(batches.get(1).records()).extracting(FileRecord::line).containsExactly(6L);
    }

    @Test
    void aDeepOrLongOrPackedBombIsRefused() {
        // Given
        String deep = "{\"id\":0}\n{\"id\":1,\"a\":" + "{\"b\":".repeat(40) + "1" + "}".repeat(40) + "}\n";
        byte[] bomb = gzip(" ".repeat(40 << 20).getBytes(UTF_8));

        // When / Then
        assertThat(read(deep).get(0).rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("is nested deeper than 16 levels"));
        assertThatThrownBy(() -> read("{\"id\":\"" + "x".repeat(2_000) + "\"}\n"))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("line 1 has more than 1000 characters");
        assertThatThrownBy(() -> read(bomb, 0)).isInstanceOf(FileRefusal.class).hasMessageContaining("packed file");
    }

    @Test
    void aNeededFieldThatNoRowHasIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> read("{\"number\":1,\"deep\":{\"er\":2}}\n"))
                .isInstanceOf(FileRefusal.class)
                .hasMessageContaining("column 'id', which the mapping names for id")
                .hasMessageContaining("'number', 'deep.er'");
    }

    @Test
    void aFamilyTakesAnyNameButTheFamilysOwn() {
        assertThat(ColumnMapping.columnsByLabel(SHAPE, Map.of("extra.a.b", "x")).keySet())
                .extracting(FileField::label)
                .containsExactly("extra.a.b");
        assertThatThrownBy(() -> ColumnMapping.columnsByLabel(SHAPE, Map.of("extra.", "x")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("'extra.' is not a field of things; there are: id,")
                .hasMessageContaining("extra.<name>");
    }

    @Test
    void theBeginningOfJsonLinesTellsItsPathsAndProposesAMapping() throws IOException {
        // When
        var inspection =
                FileInspection.of("{\"ID\":1,\"person\":{\"seen\":2}}\n{\"Visits\":3,\"cut".getBytes(UTF_8), false);

        // Then
        assertThat(inspection.json()).isTrue();
        assertThat(inspection.columns()).containsExactly("ID", "person.seen");
        assertThat(inspection.rows()).containsExactly(List.of("1", "2"));
        assertThat(inspection.propose(SHAPE)).containsExactlyEntriesOf(Map.of("id", "ID"));
    }

    private static List<RecordBatch> read(String text) {
        return read(text.getBytes(UTF_8), 0);
    }

    private static List<RecordBatch> read(byte[] content, long skipped) {
        var columns = Map.of(
                "id",
                "id",
                "seen",
                "seen",
                "worth",
                "worth",
                "visits",
                "visits",
                "tags",
                "tags",
                "state",
                "state",
                "extra.blue",
                "blue");
        var mapping = new ColumnMapping(SHAPE, ColumnMapping.columnsByLabel(SHAPE, columns), "", "", "", "", "", "");
        List<RecordBatch> batches = new ArrayList<>();
        try (var file = RecordFile.open(() -> new ByteArrayInputStream(content), mapping, LIMITS)) {
            file.skip(skipped);
            Optional<RecordBatch> batch = file.next();
            while (batch.isPresent()) {
                batches.add(batch.get());
                batch = file.next();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return batches;
    }

    private static byte[] gzip(byte[] content) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
