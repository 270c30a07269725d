package io.smartcrm.forecast.pool;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs what computes and never waits. No more threads than processors: more would only take turns, and a large question would
 * leave small ones no turn.
 */
@ApplicationScoped
public class ForecastPool implements Executor {
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final ExecutorService workers = Executors.newFixedThreadPool(threads, ForecastPool::worker);

    @Override
    public void execute(Runnable work) {
        workers.execute(work);
    }

    public int threads() {
        return threads;
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "forecast");
        thread.setDaemon(true);
        return thread;
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
