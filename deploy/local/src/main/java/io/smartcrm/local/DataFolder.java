package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the parts keep everything: data, logs and unpacked programs.
 *
 * @param root a folder of its own
 * @param programs where the servers' programs are unpacked and built; may be shared between data folders
 */
public record DataFolder(Path root, Path programs) {
    public DataFolder {
        requireNonNull(root, "root is null");
        requireNonNull(programs, "programs is null");
    }

    /** A folder that outlives the process. */
    public static DataFolder kept(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return new DataFolder(absolute, absolute.resolve("programs"));
    }

    /** A folder for one test; what is unpacked and built once is shared by all tests of this user. */
    public static DataFolder forTest(Path root) {
        return new DataFolder(root.toAbsolutePath().normalize(), shared().resolve("programs"));
    }

    /** A new folder for one test, below the system's temporary one. */
    public static DataFolder temporary() {
        try {
            return forTest(Files.createTempDirectory(Files.createDirectories(shared()), "run-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a temporary data folder", e);
        }
    }

    private static Path shared() {
        return Path.of(System.getProperty("java.io.tmpdir"), "smartcrm-" + System.getProperty("user.name"));
    }

    /** Where the suite's own services are copied to; never shared, for they change with each build. */
    Path services() {
        return root.resolve("services");
    }

    Path data(String part) {
        return root.resolve("data").resolve(part);
    }

    Path log(String part) {
        try {
            Path logs = Files.createDirectories(root.resolve("logs"));
            return logs.resolve(part + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write logs below " + root, e);
        }
    }

    /** Deletes data, logs and secrets; programs stay, for nobody's data is in them. */
    public void forget() {
        try {
            Folders.delete(root.resolve("data"));
            Folders.delete(root.resolve("logs"));
            Files.deleteIfExists(root.resolve("secrets.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget the data in " + root, e);
        }
    }

    void delete() {
        try {
            Folders.delete(root);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + root, e);
        }
    }
}
