package io.smartcrm.loyalty.rfm;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Scores customers against a population by quintiles (Hughes, Strategic Database Marketing, 1994).
 *
 * <p>Frequency and monetary score by {@link Quintiles}. Recency is reversed: 6 less the quintile of the days, so that
 * the latest buyers score 5 and a tie gets the best score it spans. Monetary ranks only among customers who pay in the
 * same currency. A lone customer is therefore 511: recent, and nothing more is known.
 */
public final class RfmPolicy {
    private final Quintiles recencyDays;
    private final Quintiles frequency;
    private final Map<String, Quintiles> monetaryByCurrency;

    private RfmPolicy(Quintiles recencyDays, Quintiles frequency, Map<String, Quintiles> monetaryByCurrency) {
        this.recencyDays = recencyDays;
        this.frequency = frequency;
        this.monetaryByCurrency = monetaryByCurrency;
    }

    /** @throws IllegalArgumentException when the population is empty */
    public static RfmPolicy of(Collection<Purchases> population) {
        return new RfmPolicy(
                quintiles(population, Purchases::recencyDays),
                quintiles(population, Purchases::frequency),
                population.stream()
                        .collect(groupingBy(
                                purchases -> purchases.monetary().currencyCode(),
                                collectingAndThen(toList(), RfmPolicy::monetaryQuintiles))));
    }

    private static Quintiles monetaryQuintiles(List<Purchases> sameCurrency) {
        return quintiles(sameCurrency, purchases -> purchases.monetary().minorUnits());
    }

    private static Quintiles quintiles(Collection<Purchases> population, ToLongFunction<Purchases> value) {
        return Quintiles.of(population.stream().mapToLong(value).toArray());
    }

    /** @throws IllegalArgumentException when nobody in the population pays in this customer's currency */
    public RfmCode score(Purchases purchases) {
        String currency = purchases.monetary().currencyCode();
        Quintiles monetary = monetaryByCurrency.get(currency);
        if (monetary == null) {
            throw new IllegalArgumentException("nobody in the population pays in " + currency);
        }
        return new RfmCode(
                Quintiles.FIFTHS + 1 - recencyDays.score(purchases.recencyDays()),
                frequency.score(purchases.frequency()),
                monetary.score(purchases.monetary().minorUnits()));
    }
}
