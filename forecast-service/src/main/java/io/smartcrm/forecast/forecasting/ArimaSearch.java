package io.smartcrm.forecast.forecasting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stepwise search of Hyndman &amp; Khandakar 2008, section 3.2: from the best of four simple models to the first better
 * neighbour, until there is none. Long series are compared by conditional least squares, and only the winner is fitted exactly.
 */
final class ArimaSearch {
    private static final int MOST_COEFFICIENTS = 5;
    private static final int MOST_SEASONAL = 2;
    private static final int MOST_MODELS = 94;
    private static final int LONGEST_EXACT = 150;
    private static final int LONGEST_EXACT_SEASON = 12;

    /** Models with a root within this circle are refused. */
    private static final double NEAREST_ROOT = 1.01;

    /** Shifts of p, q, P and Q, in the order they are tried. */
    private static final int[][] NEIGHBOURS = {
        {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1},
        {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1}, {0, 0, 1, 1},
        {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0},
        {-1, -1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}, {1, 1, 0, 0}
    };

    private final double[] values;
    private final ArimaOrder empty;
    private final boolean exactly;
    private final int most;
    private final int mostSeasonal;
    private final Map<ArimaOrder, ArimaFit> tried = new HashMap<>();
    private final Map<ArimaOrder, Double> criteria = new HashMap<>();

    /** @param empty differences, period and whether there may be a constant */
    ArimaSearch(double[] values, ArimaOrder empty) {
        this.values = values;
        this.empty = empty;
        this.exactly = values.length <= LONGEST_EXACT && empty.period() <= LONGEST_EXACT_SEASON;
        this.most = Math.min(MOST_COEFFICIENTS, values.length / 3);
        this.mostSeasonal = empty.period() == 1 ? 0 : Math.min(MOST_SEASONAL, values.length / 3 / empty.period());
    }

    ArimaFit best() {
        ArimaOrder best = empty;
        for (ArimaOrder start : starts()) {
            best = criterion(start) < criterion(best) ? start : best;
        }
        boolean moved = true;
        while (moved && tried.size() < MOST_MODELS) {
            moved = false;
            for (ArimaOrder neighbour : neighbours(best)) {
                if (!tried.containsKey(neighbour) && criterion(neighbour) < criterion(best)) {
                    best = neighbour;
                    moved = true;
                    break;
                }
            }
        }
        return exact(best);
    }

    private List<ArimaOrder> starts() {
        int one = Math.min(1, mostSeasonal);
        Stream<ArimaOrder> starts = Stream.of(
                empty.moved(Math.min(2, most), Math.min(2, most), one, one),
                empty.moved(Math.min(1, most), 0, one, 0),
                empty.moved(0, Math.min(1, most), 0, one),
                empty.withConstant(false));
        return starts.toList();
    }

    private List<ArimaOrder> neighbours(ArimaOrder order) {
        List<ArimaOrder> neighbours = new ArrayList<>();
        for (int[] shift : NEIGHBOURS) {
            ArimaOrder moved = order.moved(shift[0], shift[1], shift[2], shift[3]);
            if (within(moved.ar(), most)
                    && within(moved.ma(), most)
                    && within(moved.seasonalAr(), mostSeasonal)
                    && within(moved.seasonalMa(), mostSeasonal)) {
                neighbours.add(moved);
            }
        }
        if (empty.constant()) {
            neighbours.add(order.withConstant(!order.constant()));
        }
        return neighbours;
    }

    private static boolean within(int number, int largest) {
        return number >= 0 && number <= largest;
    }

    private double criterion(ArimaOrder order) {
        return criteria.computeIfAbsent(order, this::measure);
    }

    private double measure(ArimaOrder order) {
        ArimaFit fit = exactly ? ArimaFit.exact(order, values) : ArimaFit.conditional(order, values);
        tried.put(order, fit);
        return fit.keepsDistance(NEAREST_ROOT) ? fit.criterion() : Double.POSITIVE_INFINITY;
    }

    /** The chosen model, or the next best whose exact coefficients keep their distance too; the empty one always does. */
    private ArimaFit exact(ArimaOrder best) {
        if (exactly) {
            return tried.getOrDefault(best, ArimaFit.exact(empty, values));
        }
        List<ArimaOrder> ranked = criteria.keySet().stream()
                .sorted(Comparator.comparingDouble((ArimaOrder order) -> criteria.getOrDefault(order, 0.0))
                        .thenComparing(ArimaOrder::toString))
                .toList();
        for (ArimaOrder order : ranked) {
            ArimaFit fit = ArimaFit.exact(order, values);
            if (fit.keepsDistance(NEAREST_ROOT) && Double.isFinite(fit.criterion())) {
                return fit;
            }
        }
        return ArimaFit.exact(empty, values);
    }
}
