package io.smartcrm.recommend.training;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.basket.Baskets;
import io.smartcrm.recommend.basket.BoughtTogether;
import io.smartcrm.recommend.basket.SessionKnn;
import io.smartcrm.recommend.basket.SessionKnnSettings;
import io.smartcrm.recommend.collaborative.Decay;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.ItemKnn;
import io.smartcrm.recommend.collaborative.ItemKnnSettings;
import io.smartcrm.recommend.collaborative.ItemToItem;
import io.smartcrm.recommend.collaborative.Popularity;
import io.smartcrm.recommend.collaborative.Recommender;
import io.smartcrm.recommend.content.AttributeLikeness;
import io.smartcrm.recommend.content.TextLikeness;
import io.smartcrm.recommend.graph.GraphWalk;
import io.smartcrm.recommend.graph.RelationWeights;
import io.smartcrm.recommend.graph.WalkSettings;
import io.smartcrm.recommend.habit.BuyAgain;
import io.smartcrm.recommend.habit.BuyAgainSettings;
import io.smartcrm.recommend.habit.Trends;
import io.smartcrm.recommend.hybrid.Hybrid;
import io.smartcrm.recommend.hybrid.Part;
import io.smartcrm.recommend.hybrid.Signal;
import io.smartcrm.recommend.hybrid.Weights;
import io.smartcrm.recommend.latent.Als;
import io.smartcrm.recommend.latent.AlsSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * All that recommends together. Items are positions in an ascending list of product numbers; products nobody bought yet
 * are among them. Immutable.
 */
public final class TrainedModel {
    /** What counts as trending is compared with four times as long before. */
    private static final Duration TREND = Duration.ofDays(14);

    private static final Duration BEFORE = TREND.multipliedBy(4);
    private static final Duration NEW = Duration.ofDays(60);
    private static final Decay POPULARITY = Decay.halvingEvery(Duration.ofDays(14));
    /** Two orders of one customer within an hour are one basket. */
    private static final Duration BASKET_GAP = Duration.ofHours(1);

    private static final int LEAST_TOGETHER = 2;
    private static final long SEED = 1;

    private final Parts parts;
    private final BoughtTogether together;
    private final SessionKnn sessions;
    private final Recommender trending;
    private final Recommender arrivals;

    /**
     * What is stored of a model; the rest is made of it.
     *
     * @param recentBuyers customers who bought an item within the window before the training
     * @param buyers customers who ever bought it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Parts(
            int[] products,
            ItemToItem likeness,
            ItemToItem content,
            Als taste,
            Popularity popularity,
            int[] recentBuyers,
            int[] buyers,
            Trends trends,
            BuyAgain habits,
            Baskets baskets,
            GraphWalk knowledge,
            AttributeLikeness attributes,
            ModelSize size) {
        Parts {
            requireNonNull(size, "size is null");
            for (int items : new int[] {
                likeness.items(),
                content.items(),
                taste.items(),
                popularity.items(),
                recentBuyers.length,
                buyers.length,
                trends.items(),
                habits.items(),
                baskets.items(),
                knowledge.items(),
                attributes.items()
            }) {
                if (items != products.length) {
                    throw new IllegalArgumentException(
                            "parts differ in items: products " + products.length + ", another " + items);
                }
            }
            for (int item = 1; item < products.length; item++) {
                if (products[item] <= products[item - 1]) {
                    throw new IllegalArgumentException("product numbers do not ascend at item " + item);
                }
            }
        }
    }

    private TrainedModel(Parts parts) {
        this.parts = parts;
        this.together =
                BoughtTogether.fit(parts.baskets(), LEAST_TOGETHER, parts.size().neighbours());
        this.sessions = SessionKnn.fit(parts.baskets(), SessionKnnSettings.DEFAULT);
        this.trending = parts.trends().trending();
        this.arrivals = parts.trends().newArrivals(NEW);
    }

    public static TrainedModel fit(TrainingData data, ModelSize size) {
        Interactions interactions = Interactions.of(data.events());
        long asOf = data.asOf();
        AlsSettings taste = AlsSettings.RECENT.withFactors(size.factors());
        return of(new Parts(
                data.products(),
                ItemKnn.fit(interactions, asOf, ItemKnnSettings.RECENT.withNeighbours(size.neighbours())),
                TextLikeness.fit(data.texts(), size.neighbours(), Emphasis.RECENT),
                Als.fit(interactions, asOf, taste),
                Popularity.fading(interactions, asOf, POPULARITY),
                counts(Popularity.recent(interactions, asOf, size.window())),
                counts(Popularity.ofAllTime(interactions)),
                Trends.of(data.events(), asOf, TREND, BEFORE),
                BuyAgain.fit(interactions, BuyAgainSettings.FADING),
                Baskets.of(data.events(), BASKET_GAP, size.baskets()),
                GraphWalk.of(
                        data.knowledge(),
                        RelationWeights.learn(interactions, data.knowledge(), SEED),
                        WalkSettings.USUAL),
                data.attributes(),
                size));
    }

    static TrainedModel of(Parts parts) {
        return new TrainedModel(parts);
    }

    private static int[] counts(Popularity popularity) {
        int[] counts = new int[popularity.items()];
        for (int item = 0; item < counts.length; item++) {
            counts[item] = Math.round(popularity.of(item));
        }
        return counts;
    }

    Parts parts() {
        return parts;
    }

    /**
     * All signals by their weights.
     *
     * @param now seconds since 1970
     */
    public Hybrid hybrid(Weights weights, long now) {
        return Hybrid.of(List.of(
                part(Signal.TASTE, parts.taste(), weights),
                part(Signal.POPULAR, parts.popularity(), weights),
                part(Signal.CONTENT, parts.content(), weights),
                part(Signal.TRENDING, trending, weights),
                part(Signal.NEW, arrivals, weights),
                part(Signal.HABIT, parts.habits().at(now), weights),
                part(Signal.SESSION, sessions, weights),
                part(Signal.KNOWLEDGE, parts.knowledge(), weights),
                part(Signal.ATTRIBUTES, parts.attributes(), weights)));
    }

    private static Part part(Signal signal, Recommender model, Weights weights) {
        return new Part(signal, model, weights.of(signal));
    }

    public int items() {
        return parts.products().length;
    }

    public int product(int item) {
        return parts.products()[item];
    }

    /** The item of a product number, empty when it was not on sale and nobody had bought it at the time of training. */
    public OptionalInt item(int product) {
        int position = Arrays.binarySearch(parts.products(), product);
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** By the customers they have in common. */
    public ItemToItem likeness() {
        return parts.likeness();
    }

    /** By what is written about them. */
    public ItemToItem content() {
        return parts.content();
    }

    /** By what their records say. */
    public AttributeLikeness attributes() {
        return parts.attributes();
    }

    public Als taste() {
        return parts.taste();
    }

    /** By what they have to do with. */
    public GraphWalk knowledge() {
        return parts.knowledge();
    }

    public Trends trends() {
        return parts.trends();
    }

    public BoughtTogether together() {
        return together;
    }

    /** Customers who bought an item within the window before the training. */
    public int recentBuyers(int item) {
        return parts.recentBuyers()[item];
    }

    /** Customers who ever bought an item. */
    public int buyers(int item) {
        return parts.buyers()[item];
    }

    public Duration window() {
        return parts.size().window();
    }

    public Duration trendWindow() {
        return TREND;
    }

    /** Bytes of memory the model holds. */
    public long bytes() {
        return parts.likeness().bytes()
                + parts.content().bytes()
                + parts.taste().bytes()
                + parts.baskets().bytes()
                + together.bytes()
                + sessions.bytes()
                + parts.knowledge().bytes()
                + parts.attributes().bytes()
                + 44L * items();
    }
}
