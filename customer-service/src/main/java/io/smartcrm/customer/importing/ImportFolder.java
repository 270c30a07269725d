package io.smartcrm.customer.importing;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Uploaded files on disk, readable by this process alone: they hold personal data and go when their import ended. */
@ApplicationScoped
class ImportFolder {
    private static final String PART = ".part";
    private static final String COMPLETE = ".orders";
    /** A file without a job is left over from a crash once no upload can be at it any more. */
    private static final Duration LEFT_OVER = Duration.ofHours(6);

    private final ImportConfig config;

    ImportFolder(ImportConfig config) {
        this.config = config;
    }

    /** Where an upload is written. */
    Path part(ImportId id) {
        return existing().resolve(id + PART);
    }

    /** Where it stands once it is complete. */
    Path file(ImportId id) {
        return existing().resolve(id + COMPLETE);
    }

    void delete(ImportId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException failed) {
            Log.warnf(failed, "The file of import %s could not be deleted", id);
        }
    }

    /** Deletes old files whose import is not open. */
    void sweep(Predicate<String> open) throws IOException {
        Instant old = Instant.now().minus(LEFT_OVER);
        try (Stream<Path> files = Files.list(existing())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                int dot = name.indexOf('.');
                boolean left = dot > 0 && !open.test(name.substring(0, dot));
                if (left && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path existing() {
        Path folder = config.folder();
        try {
            if (Files.isDirectory(folder)) {
                return folder;
            }
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
                return Files.createDirectories(folder, owner);
            }
            return Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder of uploads cannot be made: " + folder, failed);
        }
    }
}
