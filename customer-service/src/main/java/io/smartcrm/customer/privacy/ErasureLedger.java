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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who was forgotten or anonymised, in a file beside the database: one line a deed, only ever appended to. */
@ApplicationScoped
class ErasureLedger {
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern LINE =
            Pattern.compile("(?:([A-Z]+) )?(" + ID + ") ([0-9TZ:.-]+) (" + ID + "(?:," + ID + ")*)");

    private final Path file;

    ErasureLedger(ErasureConfig config) {
        this.file = config.ledger();
    }

    /** What was done to the customers of a line. */
    enum Deed {
        /** Not written: the first lines had no word for it. */
        ERASE,
        ANONYMISE
    }

    /** One line: ids of ours and a time, nothing of the person. */
    record Line(Deed deed, UUID id, Instant time, List<UUID> customers) {
        Line {
            requireNonNull(deed, "deed is null");
            requireNonNull(id, "id is null");
            requireNonNull(time, "time is null");
            customers = List.copyOf(customers);
        }

        private String text() {
            String word = deed == Deed.ERASE ? "" : deed + " ";
            return word + id + " " + time + " "
                    + String.join(",", customers.stream().map(UUID::toString).toList()) + "\n";
        }

        /** Empty when it is none: one that a crash cut off was not acknowledged to anybody. */
        private static Optional<Line> parse(String text) {
            Matcher parts = LINE.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            return Optional.of(new Line(
                    parts.group(1) == null ? Deed.ERASE : Deed.valueOf(parts.group(1)),
                    UUID.fromString(parts.group(2)),
                    Instant.parse(parts.group(3)),
                    Arrays.stream(parts.group(4).split(",", -1))
                            .map(UUID::fromString)
                            .toList()));
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

    /** In the order they were written. */
    List<Line> read(Deed deed) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(Line::parse)
                    .flatMap(Optional::stream)
                    .filter(line -> line.deed() == deed)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException("the ledger of erasures cannot be read: " + file, failed);
        }
    }
}
