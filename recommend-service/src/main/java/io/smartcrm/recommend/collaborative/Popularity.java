package io.smartcrm.recommend.collaborative;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * The same order for everyone: by the number of customers who chose an item, of all time, of the last days or fading
 * with age. Counting customers rather than purchases keeps one wholesaler from setting the taste of all.
 */
public final class Popularity implements Recommender {
    private final float[] popularity;

    private Popularity(float[] popularity) {
        this.popularity = popularity;
    }

    /** What {@link #of(int)} told; the array is taken over. */
    public static Popularity of(float[] popularity) {
        return new Popularity(popularity);
    }

    /** Customers per item, whenever they chose it. */
    public static Popularity ofAllTime(Interactions interactions) {
        return fading(interactions, 0, Decay.none());
    }

    /**
     * Customers who chose an item within a window.
     *
     * @param asOf end of the window, seconds since 1970, not included
     */
    public static Popularity recent(Interactions interactions, long asOf, Duration window) {
        requireNonNull(interactions, "interactions is null");
        long from = asOf - window.toSeconds();
        float[] counts = new float[interactions.items()];
        for (int pair = 0; pair < interactions.pairs(); pair++) {
            if (interactions.time(pair) >= from) {
                counts[interactions.item(pair)]++;
            }
        }
        return new Popularity(counts);
    }

    /** Customers per item, each counted less the longer ago the choice was. */
    public static Popularity fading(Interactions interactions, long asOf, Decay decay) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(decay, "decay is null");
        float[] sums = new float[interactions.items()];
        for (int pair = 0; pair < interactions.pairs(); pair++) {
            sums[interactions.item(pair)] += decay.factor(interactions.time(pair), asOf);
        }
        return new Popularity(sums);
    }

    /** The popularity of one item, 0 when nobody chose it. */
    public float of(int item) {
        return popularity[item];
    }

    @Override
    public int items() {
        return popularity.length;
    }

    /** The popularity, {@link #UNSCORED} for an item nobody chose; the history does not matter. */
    @Override
    public void score(History history, float[] scores) {
        requireLength(scores);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = popularity[item] > 0 ? popularity[item] : UNSCORED;
        }
    }
}
