package io.smartcrm.forecast.run;

import io.smartcrm.forecast.forecasting.Hierarchy;
import io.smartcrm.forecast.forecasting.OneStepErrors;
import io.smartcrm.forecast.forecasting.Reconciliation;
import io.smartcrm.forecast.series.DemandStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the results of a run add up: products to categories, these to the total; countries and channels to the share of the
 * total that they had lately, which is all of it where every order says where it came from.
 */
final class CoherentResults {
    private static final int WEEKS_OF_ERRORS = 104;
    private static final int WEEKS_OF_SHARES = 52;

    private final AllSeries series;
    private final List<SeriesResult> results;
    private final Map<SeriesKey, Integer> places = new HashMap<>();

    private CoherentResults(AllSeries series, List<SeriesResult> results) {
        this.series = series;
        this.results = new ArrayList<>(results);
        for (int i = 0; i < results.size(); i++) {
            places.put(results.get(i).key(), i);
        }
    }

    /** @param results of all series, that of the total among them */
    static List<SeriesResult> of(AllSeries series, List<SeriesResult> results, Reconciliation reconciliation) {
        CoherentResults coherent = new CoherentResults(series, results);
        coherent.reconcile(reconciliation);
        coherent.share(SeriesKind.COUNTRY);
        coherent.share(SeriesKind.CHANNEL);
        return List.copyOf(coherent.results);
    }

    private void reconcile(Reconciliation reconciliation) {
        List<SeriesKey> tree = results.stream()
                .map(SeriesResult::key)
                .filter(key -> key.equals(SeriesKey.TOTAL) || series.parent(key).isPresent())
                .toList();
        Map<SeriesKey, Integer> nodes = new HashMap<>();
        tree.forEach(key -> nodes.put(key, nodes.size()));
        int[] parents = tree.stream()
                .mapToInt(key -> series.parent(key).map(nodes::get).orElse(-1))
                .toArray();
        double[][] means = tree.stream().map(key -> base(result(key))).toArray(double[][]::new);
        double[][] errors = tree.stream()
                .map(key -> OneStepErrors.of(series.lastWeeks(key, WEEKS_OF_ERRORS), DemandStep.WEEK.season()))
                .toArray(double[][]::new);
        double[][] coherent = reconciliation.of(Hierarchy.of(parents), means, errors, true);
        for (int node = 0; node < tree.size(); node++) {
            replace(tree.get(node), coherent[node]);
        }
    }

    private void share(SeriesKind kind) {
        List<SeriesKey> parts = results.stream()
                .map(SeriesResult::key)
                .filter(key -> key.kind() == kind)
                .toList();
        double all = sold(SeriesKey.TOTAL);
        double known = parts.stream().mapToDouble(this::sold).sum();
        List<Double> total = result(SeriesKey.TOTAL).mean();
        double[] sums = new double[total.size()];
        for (SeriesKey part : parts) {
            double[] base = base(result(part));
            Arrays.setAll(sums, week -> sums[week] + base[week]);
        }
        for (SeriesKey part : parts) {
            double[] base = base(result(part));
            Arrays.setAll(
                    base,
                    week -> sums[week] > 0 && all > 0 ? base[week] / sums[week] * total.get(week) * known / all : 0);
            replace(part, base);
        }
    }

    private double sold(SeriesKey key) {
        return Arrays.stream(series.lastWeeks(key, WEEKS_OF_SHARES)).sum();
    }

    private SeriesResult result(SeriesKey key) {
        Integer place = places.get(key);
        if (place == null) {
            throw new IllegalStateException("no result of " + key);
        }
        return results.get(place);
    }

    private void replace(SeriesKey key, double[] mean) {
        Integer place = places.get(key);
        if (place != null) {
            results.set(place, results.get(place).with(mean));
        }
    }

    private static double[] base(SeriesResult result) {
        return result.base().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
