package io.smartcrm.recommend.habit;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.Recommender;
import java.time.Duration;
import java.util.Arrays;

/**
 * What a customer will buy again: how often the customer did, how often all who had it did, how long ago it was, and
 * whether, by the customer's own cadence, it is due.
 */
public final class BuyAgain {
    private final BuyAgainSettings settings;
    /** Purchases after the first of all buyers by their number: how habitual an item is. */
    private final float[] repeats;

    private BuyAgain(BuyAgainSettings settings, float[] repeats) {
        this.settings = settings;
        this.repeats = repeats;
    }

    public static BuyAgain fit(Interactions interactions, BuyAgainSettings settings) {
        requireNonNull(interactions, "interactions is null");
        requireNonNull(settings, "settings is null");
        float[] again = new float[interactions.items()];
        int[] buyers = new int[interactions.items()];
        long total = 0;
        for (int pair = 0; pair < interactions.pairs(); pair++) {
            int item = interactions.item(pair);
            again[item] += interactions.count(pair) - 1;
            total += interactions.count(pair) - 1;
            buyers[item]++;
        }
        float usual = interactions.pairs() == 0 ? 0 : (float) total / interactions.pairs();
        for (int item = 0; item < again.length; item++) {
            // Ten buyers' worth of the usual, so that one faithful customer does not make a habit.
            again[item] = (again[item] + 10 * usual) / (buyers[item] + 10);
        }
        return of(settings, again);
    }

    public static BuyAgain of(BuyAgainSettings settings, float[] repeats) {
        return new BuyAgain(settings, repeats.clone());
    }

    public int items() {
        return repeats.length;
    }

    /** How often a buyer of an item came back for it, on average. */
    public float repeats(int item) {
        return repeats[item];
    }

    /** Foresees from a moment on, in seconds since 1970; only items of the history are scored. */
    public Recommender at(long now) {
        return new Recommender() {
            @Override
            public int items() {
                return repeats.length;
            }

            @Override
            public void score(History history, float[] scores) {
                requireLength(scores);
                Arrays.fill(scores, UNSCORED);
                for (int at = 0; at < history.size(); at++) {
                    scores[history.item(at)] = strength(history, at, now);
                }
            }
        };
    }

    private float strength(History history, int at, long now) {
        double habit = history.count(at) + settings.prior() * repeats[history.item(at)];
        double due = 1 - settings.cadence() * (1 - due(history, at, now));
        // Never zero: an old habit still ranks above none.
        return (float) (habit * due * Math.max(1e-6, settings.fading().factor(history.time(at), now)));
    }

    /** From 0 just after a purchase to 1 when the usual time between purchases is over; 1 where there is no cadence. */
    static double due(History history, int at, long now) {
        long cadence = cadence(history, at).toSeconds();
        return cadence <= 0 ? 1 : Math.min(1, Math.max(0, (double) (now - history.time(at)) / cadence));
    }

    /** The mean time between a customer's purchases of an item, zero before the second. */
    public static Duration cadence(History history, int at) {
        int gaps = history.count(at) - 1;
        return gaps < 1 ? Duration.ZERO : Duration.ofSeconds((history.time(at) - history.first(at)) / gaps);
    }
}
