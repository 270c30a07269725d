package io.smartcrm.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The memory that processes hold, in MiB. Pages that several processes share are counted in parts, as Linux does for the
 * proportional set size: PostgreSQL's processes share their buffers, and adding resident sizes would count these ten times.
 */
final class ProcessMemory {
    private ProcessMemory() {}

    /** Unknown when one of the processes cannot be looked at. */
    static OptionalLong mebibytes(List<ProcessHandle> processes) {
        long kibibytes = 0;
        for (ProcessHandle process : processes) {
            OptionalLong one = kibibytes(process.pid());
            if (one.isEmpty()) {
                return OptionalLong.empty();
            }
            kibibytes += one.getAsLong();
        }
        return OptionalLong.of(kibibytes >> 10);
    }

    private static OptionalLong kibibytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException unknown) {
            return OptionalLong.empty();
        }
    }
}
