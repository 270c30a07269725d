package io.smartcrm.forecast.forecasting;

import java.util.stream.IntStream;

/** Where in the later half of a history a model is started again to see how it would have done. */
final class Origins {
    private static final int MOST = 5;

    /** Steps a model is given to learn from, at the least. */
    private static final int SHORTEST = 5;

    /** A seasonal model is judged only where it could see its season: {@link Seasonality} asks for three of them. */
    private static final int SEASONS = 3;

    private Origins() {}

    /** Lengths of the histories to start from, the latest first; none if the history is too short. */
    static int[] of(int length, int period) {
        int shortest = Math.max(SHORTEST, (length + 1) / 2);
        if (length > SEASONS * period) {
            shortest = Math.max(shortest, SEASONS * period);
        }
        int room = length - shortest;
        int count = Math.max(0, Math.min(MOST, room));
        return IntStream.range(0, count).map(i -> length - 1 - i * room / count).toArray();
    }
}
