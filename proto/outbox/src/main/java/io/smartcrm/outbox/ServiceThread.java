package io.smartcrm.outbox;

import io.quarkus.logging.Log;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A thread that works beside the requests for as long as the service runs. */
public final class ServiceThread {
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    private final String name;
    private final String whenFailed;
    private final Duration failurePause;
    private final Work work;
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    /**
     * Of a name.
     *
     * @param whenFailed what that means for the service, such as {@code Events wait}
     * @param failurePause until the work is begun again after it failed
     */
    public ServiceThread(String name, String whenFailed, Duration failurePause, Work work) {
        this.name = name;
        this.whenFailed = whenFailed;
        this.failurePause = failurePause;
        this.work = work;
    }

    /** What is done again and again. It may go on until the service stops, or end and be begun again at once. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    public void start() {
        var started = new Thread(this::run, name);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Interrupts the work and gives it ten seconds to end. */
    public void stop() throws InterruptedException {
        stopping = true;
        Thread started = thread;
        if (started != null) {
            started.interrupt();
            started.join(STOP_DEADLINE.toMillis());
        }
    }

    public boolean isStopping() {
        return stopping;
    }

    /** Of the work; shorter when the service stops. */
    public void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
    }

    void run() {
        while (!stopping) {
            try {
                work.run();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception failed) {
                // Whatever it is: a thread that ended would leave all its work undone and nobody would see.
                if (!stopping) {
                    Log.warnf(failed, "%s; next attempt in %s", whenFailed, failurePause);
                    pause(failurePause);
                }
            }
        }
    }
}
