package io.smartcrm.bench.forecast;

import io.smartcrm.bench.CpuClock;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Method;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/**
 * Forecasts all tasks on a number of threads; the result does not depend on that number.
 *
 * @param level of the interval to forecast beside the mean
 */
record Runner(List<Task> tasks, int period, int horizon, int threads, double level) {
    private static final double REPEAT_BELOW_SECONDS = 1;
    private static final double WARM_SECONDS = 1;

    Runner {
        tasks = List.copyOf(tasks);
    }

    /** One forecast for each task, in their order. */
    List<Forecast> run(Method method) {
        if (threads == 1) {
            return tasks.stream().map(task -> forecast(method, task)).toList();
        }
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> tasks.parallelStream()
                            .map(task -> forecast(method, task))
                            .toList())
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while forecasting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a forecast failed", e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    /**
     * CPU seconds of a run once the virtual machine has compiled it.
     *
     * @param first what the first run took; if that was long the share of compilation is small, and it is the answer
     */
    double warm(Method method, double first) {
        if (first >= REPEAT_BELOW_SECONDS) {
            return first;
        }
        repeat(method);
        return repeat(method);
    }

    private double repeat(Method method) {
        CpuClock clock = CpuClock.start();
        int runs = 0;
        do {
            run(method);
            runs++;
        } while (clock.seconds() < WARM_SECONDS);
        return clock.seconds() / runs;
    }

    private Forecast forecast(Method method, Task task) {
        return method.forecaster().forecast(task.history(), period, horizon, level);
    }
}
