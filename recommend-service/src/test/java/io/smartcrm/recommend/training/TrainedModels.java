package io.smartcrm.recommend.training;

import io.smartcrm.recommend.collaborative.Events;
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
                        100 * DAY),
                new ModelSize(50, 2, 100, Duration.ofDays(30)));
    }
}
