package io.smartcrm.recommend;

import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;
import java.util.Arrays;
import java.util.Random;

/** Small shops for the tests of the cores. */
public final class Shops {
    public static final long DAY = 86_400;

    private Shops() {}

    /** Two tastes: even customers choose among the lower half of the items, odd ones among the upper half. */
    public static Events twoTastes(int customers, int items, int choices, long seed) {
        Random random = new Random(seed);
        int size = customers * choices;
        int[] customer = new int[size];
        int[] item = new int[size];
        for (int entry = 0; entry < size; entry++) {
            customer[entry] = entry / choices;
            item[entry] = random.nextInt(items / 2) + (customer[entry] % 2) * (items / 2);
        }
        return Events.of(customers, items, customer, item);
    }

    /** Events by rows of {customer, item, day}. */
    public static Events events(int customers, int items, int[]... rows) {
        int[] customer = new int[rows.length];
        int[] item = new int[rows.length];
        long[] time = new long[rows.length];
        float[] weight = new float[rows.length];
        for (int entry = 0; entry < rows.length; entry++) {
            customer[entry] = rows[entry][0];
            item[entry] = rows[entry][1];
            time[entry] = rows[entry][2] * DAY;
            weight[entry] = 1;
        }
        return Events.of(customers, items, customer, item, time, weight);
    }

    public static int[] row(int customer, int item, int day) {
        return new int[] {customer, item, day};
    }

    public static History history(int... items) {
        float[] weights = new float[items.length];
        Arrays.fill(weights, 1);
        return History.of(items, weights, new long[items.length]);
    }

    public static float[] scores(Recommender model, History history) {
        float[] scores = new float[model.items()];
        model.score(history, scores);
        return scores;
    }
}
