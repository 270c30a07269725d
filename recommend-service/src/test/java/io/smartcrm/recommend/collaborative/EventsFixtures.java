package io.smartcrm.recommend.collaborative;

import java.util.Arrays;
import java.util.Random;

/** Events by rows of {customer, item} and random shops. */
final class EventsFixtures {
    static final long DAY = 86_400;

    private EventsFixtures() {}

    static Events events(int customers, int items, int[]... pairs) {
        int[] customer = new int[pairs.length];
        int[] item = new int[pairs.length];
        for (int entry = 0; entry < pairs.length; entry++) {
            customer[entry] = pairs[entry][0];
            item[entry] = pairs[entry][1];
        }
        return Events.of(customers, items, customer, item);
    }

    /** Random choices over a year, the first items more often. */
    static Events random(int customers, int items, int size, long seed) {
        Random random = new Random(seed);
        int[] customer = new int[size];
        int[] item = new int[size];
        long[] time = new long[size];
        float[] weight = new float[size];
        for (int entry = 0; entry < size; entry++) {
            customer[entry] = random.nextInt(customers);
            item[entry] = (int) (items * Math.pow(random.nextDouble(), 2));
            time[entry] = (long) (random.nextDouble() * 365 * DAY);
            weight[entry] = 1 + random.nextInt(5);
        }
        return Events.of(customers, items, customer, item, time, weight);
    }

    static History history(int... items) {
        float[] weights = new float[items.length];
        Arrays.fill(weights, 1);
        return History.of(items, weights, new long[items.length]);
    }

    static float[] scores(Recommender model, History history) {
        float[] scores = new float[model.items()];
        model.score(history, scores);
        return scores;
    }
}
