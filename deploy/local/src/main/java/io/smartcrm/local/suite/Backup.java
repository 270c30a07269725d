package io.smartcrm.local.suite;

import static java.util.Objects.requireNonNull;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.PartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of a stopped suite, kept elsewhere: databases, topics and files of one moment, with the hash of each file. Keys
 * and passwords lie in a folder of their own beside it, to be kept apart: without them the personal data in the backup
 * cannot be read. The ledger of erasures is never set back, so that who was forgotten since stays forgotten.
 *
 * @param folder where the backup is
 */
public record Backup(Path folder) {
    private static final String PART = "Backup";
    private static final String MANIFEST = "manifest";
    private static final String DATA = "data";
    private static final String SECRETS = "secrets.properties";
    private static final Path VAULT = Path.of("customer-service", "vault");
    private static final Path LEDGER = Path.of("customer-service", "erasures", "ledger");

    public Backup {
        folder = requireNonNull(folder, "folder is null").toAbsolutePath().normalize();
    }

    /** Where the keys of this backup are: beside it, to be moved to another place. */
    public Path keys() {
        return folder.resolveSibling(folder.getFileName() + ".keys");
    }

    /**
     * Makes the backup; says how many files it has.
     *
     * @throws PartFailure if the suite runs, there is nothing to keep, or the backup is there already
     */
    @SuppressWarnings("try") // The lock is held, not used.
    public int make(DataFolder suite) {
        requireAbsent(folder);
        requireAbsent(keys());
        try (FolderLock lock = FolderLock.take(suite)) {
            Path data = suite.root().resolve(DATA);
            if (!Files.isDirectory(data)) {
                throw new PartFailure(PART, "there is no data in " + suite.root());
            }
            Path target = folder.resolveSibling(folder.getFileName() + ".part");
            delete(target);
            copy(data, target.resolve(DATA), VAULT);
            TreeMap<String, String> hashes = hashes(target.resolve(DATA));
            Files.write(
                    target.resolve(MANIFEST),
                    hashes.entrySet().stream()
                            .map(file -> file.getValue() + "  " + file.getKey())
                            .toList());
            Files.createDirectories(
                    keys(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            copyIfThere(suite.root().resolve(SECRETS), keys().resolve(SECRETS));
            if (Files.isDirectory(data.resolve(VAULT))) {
                copy(data.resolve(VAULT), keys().resolve("vault"), null);
            }
            Files.move(target, folder);
            return hashes.size();
        } catch (IOException failed) {
            throw new PartFailure(PART, "cannot be written to " + folder + " (" + failed.getMessage() + ")", failed);
        }
    }

    /**
     * Puts the backup in the place of the suite's data, which is thrown away; says how many files came back.
     *
     * @throws PartFailure if the suite runs, or the backup is not what was made; nothing is changed then
     */
    @SuppressWarnings("try") // The lock is held, not used.
    public int restore(DataFolder suite) {
        try (FolderLock lock = FolderLock.take(suite)) {
            int files = requireIntact();
            Path data = suite.root().resolve(DATA);
            Set<String> erasures =
                    new LinkedHashSet<>(lines(folder.resolve(DATA).resolve(LEDGER)));
            erasures.addAll(lines(data.resolve(LEDGER)));
            Path target = suite.root().resolve(DATA + ".part");
            delete(target);
            copy(folder.resolve(DATA), target, null);
            if (Files.isDirectory(keys().resolve("vault"))) {
                copy(keys().resolve("vault"), target.resolve(VAULT), null);
            }
            if (!erasures.isEmpty()) {
                Files.createDirectories(requireNonNull(target.resolve(LEDGER).getParent()));
                Files.write(target.resolve(LEDGER), erasures);
            }
            delete(data);
            Files.move(target, data);
            copyIfThere(keys().resolve(SECRETS), suite.root().resolve(SECRETS));
            return files;
        } catch (IOException failed) {
            throw new PartFailure(PART, "cannot be restored from " + folder + " (" + failed.getMessage() + ")", failed);
        }
    }

    private int requireIntact() throws IOException {
        if (!Files.exists(folder.resolve(MANIFEST))) {
            throw new PartFailure(PART, "there is no backup in " + folder);
        }
        if (!Files.isDirectory(keys())) {
            throw new PartFailure(PART, "the keys of the backup are not in " + keys() + "; bring them there");
        }
        var kept = new TreeMap<String, String>();
        lines(folder.resolve(MANIFEST)).forEach(line -> kept.put(line.substring(66), line.substring(0, 64)));
        TreeMap<String, String> found = hashes(folder.resolve(DATA));
        kept.forEach((file, hash) -> {
            if (!hash.equals(found.remove(file))) {
                throw new PartFailure(PART, file + " in " + folder + " is gone or is not what was kept");
            }
        });
        if (!found.isEmpty()) {
            throw new PartFailure(PART, found.firstKey() + " in " + folder + " was not part of the backup");
        }
        return kept.size();
    }

    private static TreeMap<String, String> hashes(Path data) throws IOException {
        var hashes = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(data).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                hashes.put(data.relativize(file).toString(), hash(file));
            }
        }
        return hashes;
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] piece = new byte[1 << 16];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** With rights and times: PostgreSQL refuses folders that others may read. */
    private static void copy(Path source, Path target, @Nullable Path without) throws IOException {
        Files.createDirectories(requireNonNull(target.getParent()));
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : all.toList()) {
                Path relative = source.relativize(path);
                if (without == null || !relative.startsWith(without)) {
                    Files.copy(path, target.resolve(relative.toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void copyIfThere(Path source, Path target) throws IOException {
        if (Files.exists(source)) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void requireAbsent(Path folder) {
        if (Files.exists(folder)) {
            throw new PartFailure(PART, folder + " is there already; choose another folder");
        }
    }
}
