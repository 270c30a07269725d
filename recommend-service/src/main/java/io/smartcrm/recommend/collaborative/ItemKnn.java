package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

/**
 * Item-based collaborative filtering (Sarwar et al. 2001; Deshpande and Karypis 2004): an item is as good for a history
 * as the history is similar to it; likeness is the shrunk cosine of the items' customers.
 */
public final class ItemKnn {
    private ItemKnn() {}

    /**
     * Compares all items that share a customer; time grows with the sum of squared history lengths. Likeness is in
     * (0, 1].
     *
     * @param asOf the time of training in seconds since 1970, from which pairs fade
     */
    public static ItemToItem fit(Interactions interactions, long asOf, ItemKnnSettings settings) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(settings, "settings is null");
        SparseMatrix byCustomer = settings.emphasis().of(interactions, asOf);
        SparseMatrix byItem = byCustomer.transposed();
        float[] lengths = byItem.rowLengths();
        float shrinkage = (float) settings.shrinkage();
        return ItemToItem.of(
                settings.emphasis(),
                CommonCustomers.closest(
                        byItem,
                        byCustomer,
                        settings.neighbours(),
                        (item, other, product) -> Math.min(1, product / (lengths[item] * lengths[other] + shrinkage))));
    }
}
