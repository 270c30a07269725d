package io.smartcrm.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smartcrm.bench.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,1,2.5\nb,3\n",
                "id,V2,V3\na,1,2.5\nb,3\n",
                "\"V1\",\"V2\",\"V3\"\n\"a\",\"1\",\"2.5\"\n\"b\",\"3\",\"\"\n",
                " a , 1 ,\t2.5\r\n\r\nb,3,,\r\n"
            })
    void headersQuotesBlanksAndEmptyEndsDoNotCount(String content) throws IOException {
        // When
        Map<String, double[]> series = SeriesFile.read(file(content));

        // Then
        assertThat(series).containsOnlyKeys("a", "b");
        assertThat(series.get("a")).containsExactly(1, 2.5);
        assertThat(series.get("b")).containsExactly(3);
    }

    @Test
    void emptyCellsBetweenValuesAreMissingValues() throws IOException {
        // When
        Map<String, double[]> series = SeriesFile.read(file("a,,1,NA,2,\n"));

        // Then
        assertThat(series.get("a")).containsExactly(Double.NaN, 1, Double.NaN, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,1\nb,2,many\n", "a,1\nb,2,1e999\n", "a,1\nb,2,1;5\n"})
    void aCellThatIsNoNumberIsNamedByItsPlace(String content) throws IOException {
        // Given
        Path file = file(content);

        // When / Then
        assertThatThrownBy(() -> SeriesFile.read(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("line 2 column 3");
    }

    @Test
    void aSeriesMayOccurOnce() throws IOException {
        // Given
        Path file = file("a,1\na,2\n");

        // When / Then
        assertThatThrownBy(() -> SeriesFile.read(file)).hasMessageContaining("line 2", "'a'");
    }

    @Test
    void aFileWithoutSeriesIsRefused() throws IOException {
        // Given
        Path file = file("id,V2\n");

        // When / Then
        assertThatThrownBy(() -> SeriesFile.read(file)).hasMessageContaining("holds no series");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("series.csv"), content);
    }
}
