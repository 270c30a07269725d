package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

/**
 * Walks of three random steps over the graph of customers and items, from a choice to its other customers to their
 * choices, with popular ends damped (Christoffel, Paudel, Newell and Bernstein 2015): {@code weight(i, h) = sum over
 * customers c of p(c | h)^a p(i | c)^a / popularity(i)^b}.
 */
public final class Rp3Beta {
    private Rp3Beta() {}

    /** @param asOf the time of training in seconds since 1970, from which pairs fade */
    public static ItemToItem fit(Interactions interactions, long asOf, Rp3BetaSettings settings) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(settings, "settings is null");
        SparseMatrix pairs = settings.emphasis().of(interactions, asOf);
        SparseMatrix turned = pairs.transposed();
        float[] popularity = turned.rowSums();
        SparseMatrix toItem = powered(pairs, pairs.rowSums(), settings.alpha()).transposed();
        SparseMatrix toCustomer = powered(turned, popularity, settings.alpha()).transposed();
        float[] damped = new float[popularity.length];
        for (int item = 0; item < damped.length; item++) {
            damped[item] = (float) Math.pow(popularity[item], settings.beta());
        }
        return ItemToItem.of(
                settings.emphasis(),
                CommonCustomers.closest(
                        toItem, toCustomer, settings.neighbours(), (item, other, product) -> product / damped[item]));
    }

    /** The chance of each step out of a row, to a power. */
    private static SparseMatrix powered(SparseMatrix pairs, float[] sums, double power) {
        float[] chances = new float[pairs.entries()];
        for (int row = 0; row < pairs.rows(); row++) {
            for (int entry = pairs.start(row); entry < pairs.end(row); entry++) {
                float value = pairs.value(entry);
                chances[entry] = value > 0 ? (float) Math.pow(value / sums[row], power) : 0;
            }
        }
        return pairs.withValues(chances);
    }
}
