package io.smartcrm.bench.serving;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Load as independent callers make it: requests start when they are due, whether or not earlier ones were answered, and a
 * request's time counts from when it was due. A stall of the server is thus seen by every request that fell into it.
 */
final class OpenModel {
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int DIGITS = 3;

    private final double perSecond;

    /** @param perSecond requests that become due each second */
    OpenModel(double perSecond) {
        this.perSecond = perSecond;
    }

    /** Sends requests 0 to count - 1, each as it becomes due, and waits for all answers. */
    Outcome run(long count, LongFunction<CompletableFuture<Boolean>> request) {
        Histogram nanos = new ConcurrentHistogram(LONGEST_NANOS, DIGITS);
        AtomicLong answered = new AtomicLong();
        Phaser underway = new Phaser(1);
        long start = System.nanoTime();
        for (long i = 0; i < count; i++) {
            long due = start + Math.round(i / perSecond * 1e9);
            waitUntil(due);
            underway.register();
            var unused = request.apply(i).whenComplete((ok, failure) -> {
                nanos.recordValue(Math.min(LONGEST_NANOS, System.nanoTime() - due));
                if (failure == null && ok) {
                    answered.incrementAndGet();
                }
                underway.arriveAndDeregister();
            });
        }
        underway.arriveAndAwaitAdvance();
        return new Outcome(count, answered.get(), nanos);
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What came of a run. */
    record Outcome(long sent, long ok, Histogram nanos) {
        double millisAt(double percentile) {
            return nanos.getValueAtPercentile(percentile) / 1e6;
        }

        double slowestMillis() {
            return nanos.getMaxValue() / 1e6;
        }
    }
}
