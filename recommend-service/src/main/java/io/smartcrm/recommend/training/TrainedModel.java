package io.smartcrm.recommend.training;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.ItemKnn;
import io.smartcrm.recommend.collaborative.ItemKnnSettings;
import io.smartcrm.recommend.collaborative.Popularity;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * All that recommends together: likeness of items for customers we know, popularity for the others. Items are positions
 * in an ascending list of product numbers. Immutable.
 */
public final class TrainedModel {
    private final int[] products;
    private final ItemKnn likeness;
    private final int[] recentBuyers;
    private final int[] buyers;
    private final Duration window;

    private TrainedModel(int[] products, ItemKnn likeness, int[] recentBuyers, int[] buyers, Duration window) {
        this.products = products;
        this.likeness = likeness;
        this.recentBuyers = recentBuyers;
        this.buyers = buyers;
        this.window = window;
    }

    /**
     * @param products ascending numbers, one an item of {@code interactions}
     * @param asOf the time of training, seconds since 1970
     * @param window what counts as lately, whole days
     */
    public static TrainedModel fit(
            Interactions interactions, int[] products, long asOf, ItemKnnSettings settings, Duration window) {
        return of(
                products,
                ItemKnn.fit(interactions, asOf, settings),
                counts(Popularity.recent(interactions, asOf, window)),
                counts(Popularity.ofAllTime(interactions)),
                window);
    }

    /** @throws IllegalArgumentException when the parts do not fit together */
    static TrainedModel of(int[] products, ItemKnn likeness, int[] recentBuyers, int[] buyers, Duration window) {
        requireNonNull(window, "window is null");
        if (likeness.items() != products.length
                || recentBuyers.length != products.length
                || buyers.length != products.length) {
            throw new IllegalArgumentException("parts differ in items: products %d, likeness %d, buyers %d and %d"
                    .formatted(products.length, likeness.items(), recentBuyers.length, buyers.length));
        }
        for (int item = 1; item < products.length; item++) {
            if (products[item] <= products[item - 1]) {
                throw new IllegalArgumentException("product numbers do not ascend at item " + item);
            }
        }
        return new TrainedModel(products.clone(), likeness, recentBuyers.clone(), buyers.clone(), window);
    }

    private static int[] counts(Popularity popularity) {
        int[] counts = new int[popularity.items()];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = Math.round(popularity.of(item));
        }
        return counts;
    }

    public int items() {
        return products.length;
    }

    public int product(int item) {
        return products[item];
    }

    /** The item of a product number, empty when nobody had bought it at the time of training. */
    public OptionalInt item(int product) {
        int position = Arrays.binarySearch(products, product);
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    public ItemKnn likeness() {
        return likeness;
    }

    /** Customers who bought an item within the window before the training. */
    public int recentBuyers(int item) {
        return recentBuyers[item];
    }

    /** Customers who ever bought an item. */
    public int buyers(int item) {
        return buyers[item];
    }

    public Duration window() {
        return window;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return likeness.bytes() + 12L * products.length;
    }
}
