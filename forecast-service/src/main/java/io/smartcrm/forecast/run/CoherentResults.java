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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the results of a run add up: products to categories, these to the total; countries, with what came from nobody knows
 * where, to the total, and so do channels. Segments overlap and stay as they are.
 */
final class CoherentResults {
    private static final int WEEKS_OF_ERRORS = 104;
    private static final int WEEKS_OF_SHARES = 52;
    private static final int SEASON = DemandStep.WEEK.season();
    /** Of sums of fractions of pieces. */
    private static final double ROUNDING = 1e-9;

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
        return List.copyOf(coherent.results);
    }

    private void reconcile(Reconciliation reconciliation) {
        List<SeriesKey> tree = results.stream()
                .map(SeriesResult::key)
                .filter(key -> key.equals(SeriesKey.TOTAL) || series.parent(key).isPresent())
                .toList();
        Nodes nodes = new Nodes();
        tree.forEach(key -> add(nodes, key));
        int[] splits = Stream.of(SeriesKind.COUNTRY, SeriesKind.CHANNEL)
                .mapToInt(kind -> addSplit(nodes, keys(kind)))
                .filter(parts -> parts > 0)
                .toArray();
        double[][] coherent = reconciliation.of(
                Hierarchy.of(parents(tree)).splitAlso(splits),
                nodes.means.toArray(double[][]::new),
                nodes.errors.toArray(double[][]::new),
                true);
        for (int node = 0; node < coherent.length; node++) {
            double[] mean = coherent[node];
            nodes.keys.get(node).ifPresent(key -> replace(key, mean));
        }
    }

    private int[] parents(List<SeriesKey> tree) {
        Map<SeriesKey, Integer> nodes = new HashMap<>();
        tree.forEach(key -> nodes.put(key, nodes.size()));
        return tree.stream()
                .mapToInt(key -> series.parent(key).map(nodes::get).orElse(-1))
                .toArray();
    }

    /** How many nodes that are. */
    private int addSplit(Nodes nodes, List<SeriesKey> parts) {
        int before = nodes.keys.size();
        if (!parts.isEmpty()) {
            parts.forEach(key -> add(nodes, key));
            addUnknown(nodes, parts);
        }
        return nodes.keys.size() - before;
    }

    private List<SeriesKey> keys(SeriesKind kind) {
        return results.stream()
                .map(SeriesResult::key)
                .filter(key -> key.kind() == kind)
                .toList();
    }

    private void add(Nodes nodes, SeriesKey key) {
        nodes.add(Optional.of(key), base(result(key)), series.lastWeeks(key, WEEKS_OF_ERRORS));
    }

    /** What orders that do not say it had lately of the total, and are expected to have; nothing if all say it. */
    private void addUnknown(Nodes nodes, List<SeriesKey> parts) {
        double[] unknown = series.lastWeeks(SeriesKey.TOTAL, WEEKS_OF_ERRORS);
        for (SeriesKey part : parts) {
            double[] known = series.lastWeeks(part, WEEKS_OF_ERRORS);
            Arrays.setAll(unknown, week -> unknown[week] - known[week]);
        }
        double all = sold(SeriesKey.TOTAL);
        double share = all - parts.stream().mapToDouble(this::sold).sum();
        if (share > ROUNDING * all) {
            double[] mean = Arrays.stream(base(result(SeriesKey.TOTAL)))
                    .map(total -> total * share / all)
                    .toArray();
            nodes.add(Optional.empty(), mean, unknown);
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

    /** What is reconciled, in the order of the hierarchy. */
    private static final class Nodes {
        /** Empty for what nobody said. */
        private final List<Optional<SeriesKey>> keys = new ArrayList<>();

        private final List<double[]> means = new ArrayList<>();
        private final List<double[]> errors = new ArrayList<>();

        void add(Optional<SeriesKey> key, double[] mean, double[] weeks) {
            keys.add(key);
            means.add(mean);
            errors.add(OneStepErrors.of(weeks, SEASON));
        }
    }
}
