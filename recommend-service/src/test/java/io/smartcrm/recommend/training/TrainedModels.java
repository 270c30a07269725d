package io.smartcrm.recommend.training;

import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.ItemKnnSettings;
import java.time.Duration;

/** Small models. */
public final class TrainedModels {
    private static final long DAY = 86_400;

    private TrainedModels() {}

    /**
     * Products 10, 20 and 30 were bought together by customers 0 and 1 lately, 40 and 50 by customer 2 long ago, and 20
     * alone by customer 3 lately.
     */
    public static TrainedModel small() {
        Events events = Events.of(
                4,
                5,
                new int[] {0, 0, 0, 1, 1, 2, 2, 3},
                new int[] {0, 1, 2, 0, 1, 3, 4, 1},
                new long[] {99 * DAY, 99 * DAY, 99 * DAY, 98 * DAY, 98 * DAY, 0, 0, 97 * DAY},
                new float[] {1, 1, 1, 1, 1, 1, 1, 1});
        return TrainedModel.fit(
                Interactions.of(events),
                new int[] {10, 20, 30, 40, 50},
                100 * DAY,
                ItemKnnSettings.CLASSIC,
                Duration.ofDays(30));
    }
}
