package io.smartcrm.local.suite;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.PartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps two suites from using one data folder, and tells which process has it. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws PartFailure if another suite has the folder */
    static FolderLock take(DataFolder folder) {
        try {
            Files.createDirectories(folder.root());
            FileChannel channel = FileChannel.open(file(folder), CREATE, WRITE);
            if (lock(channel) == null) {
                channel.close();
                String holder = holder(folder)
                        .map(process -> " by process " + process.pid())
                        .orElse("");
                throw new PartFailure(
                        "Data folder",
                        folder.root() + " is in use" + holder + ". Stop that suite with deploy/up --stop --data "
                                + folder.root() + ", or use another folder with --data DIR.");
            }
            Files.writeString(
                    holderFile(folder), Long.toString(ProcessHandle.current().pid()));
            return new FolderLock(channel);
        } catch (IOException e) {
            String reason =
                    "cannot write to " + folder.root() + " (" + e.getMessage() + "). Choose another with --data DIR.";
            throw new PartFailure("Data folder", reason, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisJvm) {
            return null;
        }
    }

    /** The suite that runs on the folder. */
    static Optional<ProcessHandle> holder(DataFolder folder) {
        try (FileChannel channel = FileChannel.open(file(folder), WRITE);
                FileLock free = lock(channel)) {
            if (free != null) {
                return Optional.empty();
            }
            return ProcessHandle.of(
                    Long.parseLong(Files.readString(holderFile(folder)).trim()));
        } catch (IOException neverUsed) {
            return Optional.empty();
        }
    }

    private static Path file(DataFolder folder) {
        return folder.root().resolve("suite.lock");
    }

    private static Path holderFile(DataFolder folder) {
        return folder.root().resolve("suite.pid");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
