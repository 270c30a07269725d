package io.smartcrm.local.suite;

import static java.util.Objects.requireNonNull;

import io.smartcrm.local.RunningPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The parts of a suite, started at once where their needs allow and stopped in the reverse order. */
final class SuiteParts implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private final Map<String, PlannedPart> planned = new LinkedHashMap<>();
    private final Map<String, RunningPart> running = new ConcurrentHashMap<>();
    private final Map<String, Readiness> readiness = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Progress progress;

    /** @param parts each after those that it needs */
    SuiteParts(Collection<PlannedPart> parts, Progress progress) {
        parts.forEach(part -> planned.put(part.name(), part));
        this.progress = progress;
    }

    /** Returns when all parts answer; the first failure stops the rest. */
    void startAll() {
        planned.keySet().forEach(name -> progress.step(name, "waiting"));
        inOrder(planned.values(), PlannedPart::needs, this::start);
    }

    private void start(PlannedPart part) {
        progress.step(part.name(), "starting");
        long begin = System.nanoTime();
        RunningPart started;
        try {
            started = part.start().get();
        } catch (RuntimeException e) {
            progress.step(part.name(), workers.isShutdown() ? "stopped before it was ready" : "FAILED");
            throw e;
        }
        running.put(part.name(), started);
        readiness.put(part.name(), Readiness.of(started, progress.sinceBegin()));
        Duration span = Duration.ofNanos(System.nanoTime() - begin);
        progress.step(part.name(), "ready after %.1f s".formatted(span.toMillis() / 1000.0));
    }

    /** Starts a part again that was killed or stopped. */
    void restart(String name) {
        running(name).close();
        start(plan(name));
    }

    RunningPart running(String name) {
        RunningPart part = running.get(name);
        if (part == null) {
            throw new IllegalArgumentException("no part '" + name + "' runs; there are " + running.keySet());
        }
        return part;
    }

    private PlannedPart plan(String name) {
        PlannedPart part = planned.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no part '" + name + "'; there are " + planned.keySet());
        }
        return part;
    }

    /** Parts that have ended although nobody stopped them, with their exit codes. */
    Map<String, Integer> ended() {
        Map<String, Integer> ended = new LinkedHashMap<>();
        running.forEach((name, part) -> {
            if (!part.process().isAlive()) {
                ended.put(name, part.process().exitCode());
            }
        });
        return ended;
    }

    Collection<String> names() {
        return planned.keySet();
    }

    /** How long after the begin of the suite the part answered, and what that took. */
    Readiness readiness(String name) {
        return requireNonNull(readiness.get(name), () -> name + " is not ready");
    }

    /** Called again while it stops, it waits until all has stopped. */
    @Override
    public synchronized void close() {
        workers.shutdownNow();
        awaitWorkers();
        List<PlannedPart> reversed = new ArrayList<>(planned.values());
        Collections.reverse(reversed);
        ExecutorService stoppers = Executors.newCachedThreadPool();
        try {
            inOrder(reversed, this::dependents, this::stop, stoppers);
        } finally {
            stoppers.shutdown();
        }
    }

    private void awaitWorkers() {
        try {
            workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Collection<String> dependents(PlannedPart part) {
        return planned.values().stream()
                .filter(other -> other.needs().contains(part.name()))
                .map(PlannedPart::name)
                .toList();
    }

    private void stop(PlannedPart part) {
        RunningPart process = running.remove(part.name());
        if (process != null) {
            progress.step(part.name(), "stopping");
            process.close();
            progress.step(part.name(), "stopped");
        }
    }

    private void inOrder(
            Collection<PlannedPart> parts,
            Function<PlannedPart, Collection<String>> before,
            Consumer<PlannedPart> work) {
        inOrder(parts, before, work, workers);
    }

    /** Does the work for each part after it is done for those that come before it, as many at once as possible. */
    private static void inOrder(
            Collection<PlannedPart> parts,
            Function<PlannedPart, Collection<String>> before,
            Consumer<PlannedPart> work,
            ExecutorService workers) {
        Map<String, CompletableFuture<Void>> done = new LinkedHashMap<>();
        for (PlannedPart part : parts) {
            CompletableFuture<?>[] first =
                    before.apply(part).stream().map(done::get).toArray(CompletableFuture<?>[]::new);
            done.put(part.name(), CompletableFuture.allOf(first).thenRunAsync(() -> work.accept(part), workers));
        }
        awaitAll(done.values());
    }

    /** Fails as soon as one has failed, without waiting for the others. */
    private static void awaitAll(Collection<CompletableFuture<Void>> done) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        CompletableFuture<?>[] watched = done.stream()
                .map(one -> one.whenComplete((nothing, failure) -> {
                    if (failure != null) {
                        failed.completeExceptionally(failure);
                    }
                }))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(watched), failed).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
