package io.smartcrm.bench.forecast;

import io.smartcrm.bench.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One series to forecast and what came after it.
 *
 * @param actual as many values as the horizon, {@link Double#NaN} where the test file has none
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier of two columns, never compared.
record Task(String id, double[] history, double[] actual) {

    /** Pairs the series by id, in the order of the test file. */
    static List<Task> pair(Map<String, double[]> train, Map<String, double[]> test, int horizon) {
        List<Task> tasks = new ArrayList<>();
        test.forEach((id, after) -> {
            double[] before = train.get(id);
            if (before != null && before.length > 0 && after.length > 0) {
                double[] actual = Arrays.copyOf(after, horizon);
                Arrays.fill(actual, Math.min(horizon, after.length), horizon, Double.NaN);
                tasks.add(new Task(id, before, actual));
            }
        });
        if (tasks.isEmpty()) {
            throw new UsageException("no series of --test has values in --train; ids start with '"
                    + train.keySet().iterator().next() + "' there and '"
                    + test.keySet().iterator().next() + "' here");
        }
        return tasks;
    }
}
