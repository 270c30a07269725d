package io.smartcrm.bench.forecast;

import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Method;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** A shop's products at once: two years of weeks, forecast with intervals as every night. A third of them sells seldom. */
record ManySeries(Method method, int count) {
    private static final int WEEKS = 104;
    private static final int SEASON = 52;
    private static final int HORIZON = 6;
    private static final double[] LEVELS = {0.8, 0.95};
    private static final double RARE = 0.15;

    /** Seconds on the wall that so many threads take. */
    double seconds(int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            long start = System.nanoTime();
            double sum = pool.submit(() -> IntStream.range(0, count)
                            .parallel()
                            .mapToDouble(this::forecast)
                            .sum())
                    .get();
            if (!Double.isFinite(sum)) {
                throw new IllegalStateException("a forecast is " + sum);
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while forecasting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a forecast failed", e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    /** What the heap held at most since the virtual machine started. */
    static long peakHeapMegabytes() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        return bytes >> 20;
    }

    private double forecast(int product) {
        Forecast forecast = method.forecaster().forecast(sold(product), SEASON, HORIZON, LEVELS);
        return forecast.interval(LEVELS[1]).upper(HORIZON);
    }

    static double[] sold(int product) {
        Random random = new Random(product);
        boolean seldom = product % 3 == 0;
        double size = 1 + 40 * random.nextDouble();
        double height = 0.5 * random.nextDouble();
        double growth = 0.01 * (random.nextDouble() - 0.5);
        return IntStream.range(0, WEEKS)
                .mapToDouble(week -> {
                    double expected = size * (1 + growth * week) * (1 + height * Math.sin(2 * Math.PI * week / SEASON));
                    double sold = Math.rint(expected * (1 + 0.3 * random.nextGaussian()));
                    return seldom && random.nextDouble() > RARE ? 0 : Math.max(0, sold);
                })
                .toArray();
    }
}
