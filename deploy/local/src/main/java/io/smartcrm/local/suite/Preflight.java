package io.smartcrm.local.suite;

import io.smartcrm.local.DataFolder;
import io.smartcrm.local.LocalKafka;
import io.smartcrm.local.LocalPostgres;
import io.smartcrm.local.PartFailure;
import io.smartcrm.local.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What must be so before anything starts; everything that is not so is told at once. */
final class Preflight {
    private static final long MEBIBYTE = 1L << 20;
    private static final long WHOLE_SUITE = 3_000;
    private static final long SERVERS = 1_200;
    private static final long DISK = 2_000;

    private final SuiteOptions options;
    private final DataFolder folder;
    private final List<String> faults = new ArrayList<>();

    Preflight(SuiteOptions options, DataFolder folder) {
        this.options = options;
        this.folder = folder;
    }

    /** @throws PartFailure with one line for each thing that is wrong */
    void check() {
        checkPorts();
        tell(() -> LocalPostgres.requireUsable(folder));
        tell(() -> LocalKafka.requireUsable(folder));
        checkMemory(FreeMemory.bytes(), options.has(Wish.SERVERS_ONLY) ? SERVERS : WHOLE_SUITE);
        checkDisk();
        if (!faults.isEmpty()) {
            throw new PartFailure("Not started", String.join("\n  ", faults));
        }
    }

    private void checkPorts() {
        Stream<SuitePorts.Use> services =
                options.has(Wish.SERVERS_ONLY) ? Stream.of() : options.ports().services().stream();
        Stream.concat(options.ports().servers().stream(), services)
                .forEach(use -> tell(() -> Ports.requireFree(use.part(), use.port())));
    }

    private void tell(Runnable requirement) {
        try {
            requirement.run();
        } catch (PartFailure fault) {
            faults.add(String.valueOf(fault.getMessage()));
        }
    }

    void checkMemory(OptionalLong free, long neededMebibytes) {
        if (free.isPresent() && free.getAsLong() < neededMebibytes * MEBIBYTE) {
            faults.add("Memory: " + free.getAsLong() / MEBIBYTE + " MiB are free and " + neededMebibytes
                    + " MiB are needed. Close other programs, or start less with --servers-only.");
        }
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    private void checkDisk() {
        try {
            long free = Files.getFileStore(folder.root()).getUsableSpace() / MEBIBYTE;
            if (free < DISK) {
                faults.add("Disk: " + free + " MiB are free for " + folder.root() + " and " + DISK
                        + " MiB are needed. Make room, or use another disk with --data DIR.");
            }
        } catch (IOException e) {
            faults.add("Data folder: " + folder.root() + " cannot be looked at (" + e.getMessage() + ").");
        }
    }
}
