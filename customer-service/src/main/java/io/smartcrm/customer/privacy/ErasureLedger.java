package io.smartcrm.customer.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Who was forgotten, in a file beside the database: one line an erasure, only ever appended to. */
@ApplicationScoped
class ErasureLedger {
    private final Path file;

    ErasureLedger(ErasureConfig config) {
        this.file = config.ledger();
    }

    /** One line: ids of ours and a time, nothing of the person. */
    record Line(UUID erasureId, Instant requestTime, List<UUID> customers) {
        Line {
            requireNonNull(erasureId, "erasureId is null");
            requireNonNull(requestTime, "requestTime is null");
            customers = List.copyOf(customers);
        }

        private String text() {
            return erasureId + " " + requestTime + " "
                    + String.join(",", customers.stream().map(UUID::toString).toList()) + "\n";
        }

        private static Line parse(String text) {
            String[] parts = text.split(" ", -1);
            return new Line(
                    UUID.fromString(parts[0]),
                    Instant.parse(parts[1]),
                    Arrays.stream(parts[2].split(",", -1)).map(UUID::fromString).toList());
        }
    }

    /** Returns when the line is on disk. */
    synchronized void append(Line line) {
        try {
            Files.createDirectories(requireNonNull(file.toAbsolutePath().getParent()));
            try (FileChannel channel = FileChannel.open(file, CREATE, APPEND)) {
                ByteBuffer bytes = ByteBuffer.wrap(line.text().getBytes(UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the ledger of erasures cannot be written: " + file, failed);
        }
    }

    List<Line> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            // A line that a crash cut off was not acknowledged to anybody.
            return Files.readAllLines(file).stream()
                    .filter(line -> line.split(" ", -1).length == 3)
                    .map(Line::parse)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("the ledger of erasures cannot be read: " + file, failed);
        }
    }
}
