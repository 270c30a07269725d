package io.smartcrm.customer.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;

/**
 * The keysets of a folder that only its owner reads: the key-encryption keys, of which the last wraps and all unwrap, and
 * the key of the blind indexes, which never changes. Another process may rotate: the file is looked at again every second.
 */
final class Keyring {
    private static final String KEY_ENCRYPTION = "key-encryption.json";
    private static final String BLIND_INDEX = "blind-index.json";
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final Path folder;
    private final PrfSet blindIndex;
    private volatile Keys keys;
    private volatile long lookedAt = System.nanoTime();

    private Keyring(Path folder, Keys keys, PrfSet blindIndex) {
        this.folder = folder;
        this.keys = keys;
        this.blindIndex = blindIndex;
    }

    /** The key-encryption keys as they were read. */
    static final class Keys {
        private final KeysetHandle handle;
        private final Aead aead;
        private final Instant since;

        private Keys(KeysetHandle handle, FileTime time) throws GeneralSecurityException {
            this.handle = handle;
            this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
            this.since = time.toInstant();
        }

        Aead aead() {
            return aead;
        }

        /** Of the key that wraps: so many keys there are. */
        int version() {
            return handle.size();
        }

        /** When the last key was added. */
        Instant since() {
            return since;
        }
    }

    /** Whether a folder has the keys already. */
    static boolean exists(Path folder) {
        return Files.exists(folder.resolve(KEY_ENCRYPTION));
    }

    /** Opens the keys of a folder, or makes them. */
    static Keyring open(Path folder) {
        try {
            AeadConfig.register();
            PrfConfig.register();
            Files.createDirectories(folder, ownerOnly("rwx------"));
            try (FileChannel lock = lock(folder)) {
                lock.lock();
                create(folder.resolve(KEY_ENCRYPTION), PredefinedAeadParameters.AES256_GCM);
                create(folder.resolve(BLIND_INDEX), indexParameters());
            }
            return new Keyring(
                    folder,
                    read(folder),
                    parse(folder.resolve(BLIND_INDEX)).getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the keys in " + folder + " cannot be used", unusable);
        } catch (IOException failed) {
            throw new UncheckedIOException("the keys in " + folder + " cannot be opened", failed);
        }
    }

    Keys keys() {
        if (System.nanoTime() - lookedAt > LOOK_AGAIN_NANOS) {
            refresh();
        }
        return keys;
    }

    PrfSet blindIndex() {
        return blindIndex;
    }

    /** Adds a key that wraps from now on; the older ones still unwrap. */
    synchronized void rotate() {
        try (FileChannel lock = lock(folder)) {
            lock.lock();
            var next = KeysetHandle.newBuilder(read(folder).handle)
                    .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                            .withRandomId()
                            .makePrimary())
                    .build();
            write(folder.resolve(KEY_ENCRYPTION), next);
            keys = read(folder);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("a key could not be added in " + folder, unusable);
        } catch (IOException failed) {
            throw new UncheckedIOException("a key could not be stored in " + folder, failed);
        }
    }

    /** Reads the keys again when their file is another one. */
    synchronized void refresh() {
        try {
            if (!Files.getLastModifiedTime(folder.resolve(KEY_ENCRYPTION))
                    .toInstant()
                    .equals(keys.since())) {
                keys = read(folder);
            }
            lookedAt = System.nanoTime();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("the keys in " + folder + " cannot be used", unusable);
        } catch (IOException failed) {
            throw new UncheckedIOException("the keys in " + folder + " cannot be read", failed);
        }
    }

    private static Keys read(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve(KEY_ENCRYPTION);
        FileTime time = Files.getLastModifiedTime(file);
        return new Keys(parse(file), time);
    }

    private static KeysetHandle parse(Path file) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static void create(Path file, Parameters parameters) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            write(file, KeysetHandle.generateNew(parameters, RegistryConfiguration.get()));
        }
    }

    /** Whole or not at all. */
    private static void write(Path file, KeysetHandle handle) throws IOException, GeneralSecurityException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly("rw-------"));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            channel.write(UTF_8.encode(json));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileChannel lock(Path folder) throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static HmacPrfParameters indexParameters() throws GeneralSecurityException {
        return HmacPrfParameters.builder()
                .setKeySizeBytes(32)
                .setHashType(HmacPrfParameters.HashType.SHA256)
                .build();
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
