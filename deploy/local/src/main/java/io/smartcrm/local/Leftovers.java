package io.smartcrm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes that a killed suite left running on a data folder. */
public final class Leftovers {
    private static final int GRACE_SECONDS = 15;

    private Leftovers() {}

    /** Stops them all; returns how many there were. Only for a folder that no living suite uses. */
    public static int stop(DataFolder folder) {
        try {
            List<ProcessHandle> left = of(folder);
            List<ProcessHandle> all = left.stream()
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .toList();
            left.forEach(ProcessHandle::destroy);
            all.forEach(Leftovers::awaitEnd);
            return left.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ProcessHandle> of(DataFolder folder) throws IOException {
        Path logs = folder.root().resolve("logs");
        if (!Files.isDirectory(logs)) {
            return List.of();
        }
        List<ProcessHandle> left = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(logs, "*" + PidFile.SUFFIX)) {
            for (Path file : files) {
                PidFile known = new PidFile(file);
                known.process().ifPresent(left::add);
                known.delete();
            }
        }
        return left;
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw Interruption.of(e);
        }
    }
}
