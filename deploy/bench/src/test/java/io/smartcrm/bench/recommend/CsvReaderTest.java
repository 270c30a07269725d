package io.smartcrm.bench.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvReaderTest {
    @TempDir
    private Path folder;

    @Test
    void quotedCellsHoldCommasQuotesAndLineEnds() throws IOException {
        // Given
        String text = "a, b ,\"c, d\"\r\n\n\"say \"\"hi\"\"\",\"two\nlines\",\n\"\",x";

        // When
        List<List<String>> rows = rows(text);

        // Then
        assertThat(rows)
                .containsExactly(List.of("a", "b", "c, d"), List.of("say \"hi\"", "two\nlines", ""), List.of("", "x"));
    }

    @Test
    void complaintsNameTheLineTheRowStartsAt() {
        assertThatThrownBy(() -> rows("a,b\n\"x\ny\",z\nc,\"open\nnever closed"))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("line 4: a quoted cell is not closed");
        assertThatThrownBy(() -> rows("a,\"b\"c"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 1: text after the closing quote");
        assertThatThrownBy(() -> rows("\"" + "x".repeat(2_000_000)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("longer than");
    }

    private List<List<String>> rows(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), text);
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader reader = CsvReader.open(file)) {
            for (Optional<List<String>> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }
}
