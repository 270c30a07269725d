package io.smartcrm.loyalty.valuation;

import static java.util.Comparator.comparingLong;

import io.smartcrm.loyalty.value.GammaGamma;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What purchases are worth in the currency that most customers pay in. Means beyond the 99.9th percentile count as it, so
 * that one wholesale order does not bend the whole.
 *
 * @param draws other models that the amounts would allow
 */
record Amounts(String currencyCode, GammaGamma model, List<GammaGamma> draws, long customers, double cap) {
    private static final int FEWEST = 30;
    private static final double PERCENTILE = 0.999;
    private static final int DRAWS = 200;

    Amounts {
        draws = List.copyOf(draws);
    }

    /** Empty when too few customers came back. */
    static Optional<Amounts> of(PurchaseHistory history, long seed) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < history.size(); i++) {
            if (valued(history, i)) {
                counts.merge(history.currency(i), 1L, Long::sum);
            }
        }
        return counts.entrySet().stream()
                .max(comparingLong(Map.Entry::getValue))
                .filter(most -> most.getValue() >= FEWEST)
                .map(most -> fit(history, most.getKey(), most.getValue().intValue(), seed));
    }

    private static boolean valued(PurchaseHistory history, int i) {
        return history.repeats(i) > 0 && history.mean(i) > 0;
    }

    private static Amounts fit(PurchaseHistory history, String currency, int customers, long seed) {
        int[] x = new int[customers];
        double[] mean = new double[customers];
        int n = 0;
        for (int i = 0; i < history.size(); i++) {
            if (valued(history, i) && history.currency(i).equals(currency)) {
                x[n] = history.repeats(i);
                mean[n++] = history.mean(i);
            }
        }
        double[] sorted = mean.clone();
        Arrays.sort(sorted);
        double cap = sorted[(int) Math.min(customers - 1L, Math.round(PERCENTILE * customers))];
        double[] capped = Arrays.stream(mean).map(value -> Math.min(cap, value)).toArray();
        GammaGamma.Fit fit = GammaGamma.fit(x, capped);
        return new Amounts(currency, fit.model(), fit.model().draws(x, capped, DRAWS, seed), customers, cap);
    }

    /** Of a customer's next purchase, by one of the models. */
    double expected(GammaGamma by, int repeats, double mean) {
        return mean > 0 ? by.expected(repeats, Math.min(cap, mean)) : by.expected(0, 0);
    }
}
