package io.smartcrm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {
    @TempDir
    Path folder;

    @Test
    void plainPackedAndMarkedFilesReadTheSame() throws IOException {
        // Given
        Path plain = Files.writeString(folder.resolve("plain"), "a,1\nb,2\n");
        Path marked = Files.writeString(folder.resolve("marked"), "\uFEFFa,1\nb,2\n");
        Path packed = folder.resolve("packed");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write("a,1\nb,2\n".getBytes(StandardCharsets.UTF_8));
        }

        // When / Then
        for (Path path : List.of(plain, marked, packed)) {
            assertThat(lines(path)).as(path.getFileName().toString()).containsExactly("a,1", "b,2");
        }
    }

    @Test
    void anEmptyFileHasNoLines() throws IOException {
        // Given
        Path empty = Files.writeString(folder.resolve("empty"), "");

        // When / Then
        assertThat(lines(empty)).isEmpty();
    }

    private static List<String> lines(Path path) throws IOException {
        try (BufferedReader reader = DataFile.open(path)) {
            return reader.lines().toList();
        }
    }
}
