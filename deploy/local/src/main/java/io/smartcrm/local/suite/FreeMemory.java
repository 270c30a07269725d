package io.smartcrm.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory that new processes may still take, in bytes; unknown outside of Linux. */
final class FreeMemory {
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path LIMIT = Path.of("/sys/fs/cgroup/memory.max");
    private static final Path USED = Path.of("/sys/fs/cgroup/memory.current");
    private static final int KIBIBYTE = 1024;

    private FreeMemory() {}

    static OptionalLong bytes() {
        try {
            long machine = available(MACHINE);
            return OptionalLong.of(Files.exists(LIMIT) ? Math.min(machine, belowLimit()) : machine);
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    private static long available(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst()
                    .orElseThrow(() -> new IOException("no MemAvailable in " + file));
        }
    }

    private static long belowLimit() throws IOException {
        String limit = Files.readString(LIMIT).trim();
        if (limit.equals("max")) {
            return Long.MAX_VALUE;
        }
        return Long.parseLong(limit) - Long.parseLong(Files.readString(USED).trim());
    }
}
