package io.smartcrm.local;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of the suite's own services in a process of its own. */
public final class LocalService implements RunningPart {
    /** Longer than Keycloak may take: a service is ready when it has the keys of the realm. */
    private static final Duration DEADLINE = Duration.ofMinutes(6);

    private static final String RUNNER = "quarkus-run.jar";

    /**
     * Classes have room enough not to start a whole collection each time a few more were loaded. What the build made is
     * not verified once more.
     */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:MetaspaceSize=160m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-XX:+ExitOnOutOfMemoryError");

    /** Few arenas of native memory. */
    private static final Map<String, String> FEW_ARENAS = Map.of("MALLOC_ARENA_MAX", "2");

    private final PartProcess process;

    private LocalService(PartProcess process) {
        this.process = process;
    }

    /**
     * What to run.
     *
     * @param name such as {@code customer-service}
     * @param packaged the folder that the build packaged the service into, or its native executable
     * @param flags of this service alone, such as its largest heap
     * @param javaFlags of this service alone, which a native executable does not know
     * @param environment its configuration
     */
    public record Plan(
            String name,
            Path packaged,
            List<String> flags,
            List<String> javaFlags,
            int port,
            Map<String, String> environment) {
        public Plan {
            requireNonNull(name, "name is null");
            requireNonNull(packaged, "packaged is null");
            flags = List.copyOf(flags);
            javaFlags = List.copyOf(javaFlags);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Copies the packaged service into the data folder, where a build does not touch it, and runs the copy.
     *
     * @throws PartFailure if the port is taken, the service is not built or it is not ready in time
     */
    public static LocalService start(DataFolder folder, Plan plan) {
        Ports.requireFree(plan.name(), plan.port());
        Map<String, String> environment = new HashMap<>(FEW_ARENAS);
        environment.putAll(plan.environment());
        PartProcess process = PartProcess.start(
                plan.name(),
                command(folder, plan),
                environment,
                folder.root(),
                folder.log(plan.name()),
                PartProcess.StopSignal.TERM);
        return new LocalService(process).ready(plan.port());
    }

    private static List<String> command(DataFolder folder, Plan plan) {
        if (Files.isRegularFile(plan.packaged())) {
            List<String> command = new ArrayList<>(plan.flags());
            command.add(0, copied(plan, folder.services()).toString());
            return command;
        }
        Path program = new ProgramCopy(plan.name(), plan.packaged(), RUNNER).below(folder.services());
        List<String> flags = new ArrayList<>(FLAGS);
        flags.addAll(plan.flags());
        flags.addAll(plan.javaFlags());
        return JavaProgram.jar(flags, program.resolve(RUNNER));
    }

    private static Path copied(Plan plan, Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.copy(
                    plan.packaged(), folder.resolve(plan.name() + "-native"), REPLACE_EXISTING, COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new PartFailure(plan.name(), "cannot copy " + plan.packaged() + " (" + e.getMessage() + ")", e);
        }
    }

    private LocalService ready(int port) {
        String health = "http://" + Ports.HOST + ":" + port + "/q/health/ready";
        boolean ready = false;
        try {
            process.awaitReady(() -> HttpProbe.succeeds(health), DEADLINE);
            ready = true;
            return this;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    @Override
    public PartProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
