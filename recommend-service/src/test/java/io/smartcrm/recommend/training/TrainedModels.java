package io.smartcrm.recommend.training;

import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.content.AttributeLikeness;
import io.smartcrm.recommend.content.FeatureWeights;
import io.smartcrm.recommend.content.ItemRecords;
import io.smartcrm.recommend.graph.ItemEntities;
import java.time.Duration;
import java.util.List;

/** Small models. */
public final class TrainedModels {
    private static final long DAY = 86_400;

    private TrainedModels() {}

    /**
     * Products 10, 20 and 30 were bought together by customers 0 and 1 lately, 40 and 50 by customer 2 long ago, and 20
     * alone by customer 3 lately. 60 was never bought.
     */
    public static TrainedModel small() {
        return of(AttributeLikeness.none(6));
    }

    /** The same shop, where 60 is of the kind and maker of 10, at not quite its price, and 40 costs what 60 does. */
    public static TrainedModel described() {
        return of(AttributeLikeness.of(
                List.of(
                        ItemRecords.of("Oakhurst", "red", 10, "Light"),
                        ItemRecords.of("", "", 0),
                        ItemRecords.of("", "", 0),
                        ItemRecords.of("Nordhal", "green", 12, "Kitchen"),
                        ItemRecords.of("Nordhal", "", 30, "Kitchen"),
                        ItemRecords.of("Oakhurst", "green", 12, "Light")),
                FeatureWeights.DEFAULT,
                Emphasis.RECENT));
    }

    private static TrainedModel of(AttributeLikeness attributes) {
        Events events = Events.of(
                4,
                6,
                new int[] {0, 0, 0, 1, 1, 2, 2, 3},
                new int[] {0, 1, 2, 0, 1, 3, 4, 1},
                new long[] {99 * DAY, 99 * DAY, 99 * DAY, 98 * DAY, 98 * DAY, 0, 0, 97 * DAY},
                new float[] {1, 1, 1, 1, 1, 1, 1, 1});
        return TrainedModel.fit(
                new TrainingData(
                        events,
                        new int[] {10, 20, 30, 40, 50, 60},
                        List.of("red lamp", "oil", "wick", "green cup", "pot", "green lamp"),
                        ItemEntities.none(6),
                        attributes,
                        100 * DAY),
                new ModelSize(50, 2, 100, Duration.ofDays(30)));
    }
}
