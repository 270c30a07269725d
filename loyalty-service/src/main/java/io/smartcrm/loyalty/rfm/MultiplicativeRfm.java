package io.smartcrm.loyalty.rfm;

import static java.util.stream.Collectors.toSet;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The product of the three measures, each brought to the range 0.01 to 1: r = 1 - days / maxDays, f = F / Fmax,
 * m = M / Mmax. This is the multiplicative score of our source documents, with R, F and M in their standard meaning.
 *
 * <p>A maximum is the 99th percentile of the population (its ceil(0.99 n)-th smallest value), so that one outlier does
 * not make all others small; a measure beyond it counts as at it. The floor of 0.01 keeps one low measure from
 * extinguishing the others. Where a maximum is 0 or less (everyone bought on the last day; nobody spent) its measure
 * tells nobody apart: recency is then 1 and the others 0.01.
 *
 * @param maxDays days since the last sale
 * @param maxFrequency sales
 * @param maxMonetary spent less refunded, in the population's currency
 */
public record MultiplicativeRfm(long maxDays, long maxFrequency, Money maxMonetary) {
    private static final double FLOOR = 0.01;
    private static final int PERCENTILE = 99;

    /**
     * The maxima of a population that pays in one currency.
     *
     * @throws IllegalArgumentException when it is empty or pays in several
     */
    public static MultiplicativeRfm of(Collection<Purchases> population) {
        if (population.isEmpty()) {
            throw new IllegalArgumentException("an empty population has no maxima");
        }
        Set<String> currencies = population.stream()
                .map(purchases -> purchases.monetary().currencyCode())
                .collect(toSet());
        if (currencies.size() > 1) {
            throw new IllegalArgumentException("the population pays in " + currencies + "; score each currency alone");
        }
        String currency = currencies.iterator().next();
        return new MultiplicativeRfm(
                maximum(population, Purchases::recencyDays),
                maximum(population, Purchases::frequency),
                new Money(
                        currency,
                        maximum(population, purchases -> purchases.monetary().minorUnits())));
    }

    private static long maximum(Collection<Purchases> population, ToLongFunction<Purchases> measure) {
        long[] sorted = population.stream().mapToLong(measure).toArray();
        Arrays.sort(sorted);
        long rank = ((long) sorted.length * PERCENTILE + 99) / 100;
        return sorted[(int) rank - 1];
    }

    /**
     * From 0.000001 to 1.
     *
     * @throws IllegalArgumentException when the customer pays in another currency than the population
     */
    public double score(Purchases purchases) {
        Money monetary = purchases.monetary();
        if (!monetary.currencyCode().equals(maxMonetary.currencyCode())) {
            throw new IllegalArgumentException(
                    "the population pays in " + maxMonetary.currencyCode() + ", not in " + monetary.currencyCode());
        }
        double recency = maxDays <= 0 ? 1 : bounded(1 - (double) purchases.recencyDays() / maxDays);
        return recency
                * share(purchases.frequency(), maxFrequency)
                * share(monetary.minorUnits(), maxMonetary.minorUnits());
    }

    private static double share(long value, long maximum) {
        return maximum <= 0 ? FLOOR : bounded((double) value / maximum);
    }

    private static double bounded(double share) {
        return Math.min(1, Math.max(FLOOR, share));
    }
}
