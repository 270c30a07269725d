package io.smartcrm.customer.exporting;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/** Written files on disk, readable by this process alone: they hold personal data and go when they expire. */
@ApplicationScoped
class ExportFolder {
    private final ExportConfig config;

    ExportFolder(ExportConfig config) {
        this.config = config;
    }

    /** Of a finished export. */
    Path file(UUID id) {
        return config.folder().resolve(id + ".export");
    }

    /** Begins a file, over whatever a crash left of it. */
    OutputStream begin(UUID id) throws IOException {
        Path folder = config.folder();
        if (!Files.isDirectory(folder)) {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
        }
        return Files.newOutputStream(part(id));
    }

    /** Puts a complete file in its place. */
    long finish(UUID id) throws IOException {
        Files.move(part(id), file(id), StandardCopyOption.ATOMIC_MOVE);
        return Files.size(file(id));
    }

    void delete(UUID id) {
        try {
            Files.deleteIfExists(part(id));
            Files.deleteIfExists(file(id));
        } catch (IOException failed) {
            Log.warnf(failed, "The file of export %s could not be deleted", id);
        }
    }

    private Path part(UUID id) {
        return config.folder().resolve(id + ".part");
    }
}
