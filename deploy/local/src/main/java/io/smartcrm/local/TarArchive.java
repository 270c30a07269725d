package io.smartcrm.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A compressed tar file that is unpacked whole or not at all: the target folder appears in one step, when it is complete. */
final class TarArchive {
    private final TarArchiveInputStream entries;

    private TarArchive(InputStream tar) {
        this.entries = new TarArchiveInputStream(new BufferedInputStream(tar, 1 << 16));
    }

    static TarArchive xz(InputStream compressed) throws IOException {
        return new TarArchive(new XZInputStream(compressed));
    }

    /** Unpacks to the target unless it is there already; several processes may do so at once. */
    void unpackTo(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path unfinished = Files.createTempDirectory(target.getParent(), target.getFileName() + ".part");
        try {
            for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                unpack(entry, unfinished);
            }
            Files.setPosixFilePermissions(unfinished, permissions(0755));
            moveIntoPlace(unfinished, target);
        } finally {
            Folders.delete(unfinished);
        }
    }

    private void unpack(TarArchiveEntry entry, Path folder) throws IOException {
        Path file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("archive entry " + entry.getName() + " points outside of its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(entries, file);
        Files.setPosixFilePermissions(file, permissions(entry.getMode()));
    }

    private static void moveIntoPlace(Path unfinished, Path target) throws IOException {
        try {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException wrongFileSystem) {
            throw wrongFileSystem;
        } catch (FileSystemException somebodyWasFaster) {
            if (!Files.isDirectory(target)) {
                throw somebodyWasFaster;
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] fromOwnerReadDown = PosixFilePermission.values();
        for (int bit = 0; bit < fromOwnerReadDown.length; bit++) {
            if ((mode & (0400 >> bit)) != 0) {
                permissions.add(fromOwnerReadDown[bit]);
            }
        }
        return permissions;
    }
}
