package io.smartcrm.local;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords made up for one data folder and kept in it, in a file that only its owner reads. */
public final class Secrets {
    private static final int BYTES = 16;

    private final Path file;
    private final Properties known = new Properties();
    private final SecureRandom random = new SecureRandom();

    private Secrets(Path file) {
        this.file = requireNonNull(file, "file is null");
    }

    public static Secrets in(DataFolder folder) {
        Secrets secrets = new Secrets(folder.root().resolve("secrets.properties"));
        secrets.load();
        return secrets;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            known.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The secret of this name, the same each time. */
    public synchronized String of(String name) {
        String secret = known.getProperty(name);
        if (secret != null) {
            return secret;
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String fresh = HexFormat.of().formatHex(bytes);
        known.setProperty(name, fresh);
        store();
        return fresh;
    }

    private void store() {
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Made up for this folder; deploy/up --fresh makes new ones.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
