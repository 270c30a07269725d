package io.smartcrm.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operating-system process of a part: its output goes to a log file, it is asked to stop and then made to. */
public final class PartProcess implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(15);
    private static final int LINES_SHOWN = 12;

    /** How a process is asked to stop; PostgreSQL takes TERM for "when all clients have gone". */
    enum StopSignal {
        TERM,
        INT
    }

    /** Whether the part answers. An exception means not yet. */
    interface Readiness {
        boolean isReady() throws IOException;
    }

    private final String part;
    private final Process process;
    private final Path log;
    private final StopSignal stopSignal;

    private PartProcess(String part, Process process, Path log, StopSignal stopSignal) {
        this.part = part;
        this.process = process;
        this.log = log;
        this.stopSignal = stopSignal;
    }

    static PartProcess start(
            String part,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            StopSignal stop) {
        requireNonNull(part, "part is null");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            Process process = builder.start();
            PidFile.beside(log).write(process.toHandle());
            return new PartProcess(part, process, log, stop);
        } catch (IOException e) {
            throw new PartFailure(part, "cannot run " + command.get(0) + " (" + e.getMessage() + ")", e);
        }
    }

    /** Runs a command to its end; its output is part of the failure when it does not exit with 0. */
    static void run(
            String part,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            Duration patience) {
        try (PartProcess process = start(part, command, environment, folder, log, StopSignal.TERM)) {
            if (!process.awaitEnd(patience)) {
                throw process.failure(command.get(0) + " did not end within " + patience.toSeconds() + " s");
            }
            if (process.process.exitValue() != 0) {
                throw process.failure(command.get(0) + " ended with " + process.process.exitValue());
            }
        }
    }

    /**
     * Waits until the part answers.
     *
     * @throws PartFailure if the process ends or the deadline passes first; the message holds the end of its log
     */
    void awaitReady(Readiness readiness, Duration patience) {
        Deadline deadline = Deadline.in(patience);
        while (!answers(readiness)) {
            if (!process.isAlive()) {
                throw failure("the process ended with " + process.exitValue() + " before it was ready");
            }
            if (deadline.hasPassed()) {
                throw failure("not ready within " + deadline);
            }
            deadline.pause();
        }
    }

    private static boolean answers(Readiness readiness) {
        try {
            return readiness.isReady();
        } catch (IOException notYet) {
            return false;
        }
    }

    PartFailure failure(String reason) {
        return new PartFailure(part, reason + ". The end of " + log + ":\n" + endOfLog());
    }

    private String endOfLog() {
        try (Stream<String> lines = Files.lines(log, ISO_8859_1)) {
            List<String> all = lines.toList();
            return all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size()).stream()
                    .map(line -> "    " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException | UncheckedIOException unreadable) {
            return "    (the log cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The process and those that it started. */
    public List<ProcessHandle> handles() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** The code with which the ended process ended. */
    public int exitCode() {
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, as a crash would: for fault tests. */
    public void kill() {
        handles().forEach(ProcessHandle::destroyForcibly);
        awaitEnd(GRACE);
    }

    /** Asks the process to stop, and kills it if it has not ended after 15 s. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        askToStop();
        if (!awaitEnd(GRACE)) {
            kill();
        }
    }

    private void askToStop() {
        switch (stopSignal) {
            case TERM -> process.destroy();
            case INT -> signal("INT", List.of(process.toHandle()));
        }
    }

    /** Stops the process in its tracks, as a machine that hangs would: for fault tests. */
    public void freeze() {
        signal("STOP", handles());
    }

    /** Lets a frozen process go on. */
    public void thaw() {
        signal("CONT", handles());
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        String pids = processes.stream().map(one -> Long.toString(one.pid())).collect(Collectors.joining(" "));
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits on although somebody interrupts: a part that is asked to stop is given its time. */
    private boolean awaitEnd(Duration grace) {
        boolean interrupted = false;
        long end = System.nanoTime() + grace.toNanos();
        try {
            while (true) {
                try {
                    return process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
