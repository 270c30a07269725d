package io.smartcrm.local;

import java.time.Duration;

/** A moment until which something is waited for, in short steps. */
record Deadline(long nanoTime, Duration span) {
    private static final Duration STEP = Duration.ofMillis(200);

    static Deadline in(Duration span) {
        return new Deadline(System.nanoTime() + span.toNanos(), span);
    }

    boolean hasPassed() {
        return System.nanoTime() - nanoTime > 0;
    }

    /** Waits for one step. */
    void pause() {
        try {
            Thread.sleep(STEP.toMillis());
        } catch (InterruptedException e) {
            throw Interruption.of(e);
        }
    }

    @Override
    public String toString() {
        return span.toSeconds() + " s";
    }
}
