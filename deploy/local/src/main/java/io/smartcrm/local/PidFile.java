package io.smartcrm.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The number of a started process on disk, so that whoever comes after a crash finds what was left running. */
record PidFile(Path path) {
    static final String SUFFIX = ".pid";

    /** The file beside the log of the process. */
    static PidFile beside(Path log) {
        return new PidFile(log.resolveSibling(log.getFileName() + SUFFIX));
    }

    void write(ProcessHandle process) throws IOException {
        Files.writeString(path, process.pid() + " " + startOf(process));
    }

    /** The process, if it runs still. */
    Optional<ProcessHandle> process() throws IOException {
        try {
            String[] columns = Files.readString(path).trim().split(" ", -1);
            return ProcessHandle.of(Long.parseLong(columns[0]))
                    .filter(process -> startOf(process).equals(columns[1]));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Tells a process from a later one that got the same number. */
    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
