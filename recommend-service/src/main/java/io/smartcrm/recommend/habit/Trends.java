package io.smartcrm.recommend.habit;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Events;
import io.smartcrm.recommend.collaborative.History;
import io.smartcrm.recommend.collaborative.Recommender;
import java.time.Duration;
import java.util.Arrays;

/**
 * Which items are chosen more often lately than before, and which are new. A rise is judged by its surprise, {@code
 * (recent - expected) / sqrt(expected + 1)} in events, so that neither a single purchase nor an old favourite trends.
 */
public final class Trends {
    private final int[] recent;
    private final float[] expected;
    private final long[] first;
    private final long asOf;

    private Trends(int[] recent, float[] expected, long[] first, long asOf) {
        this.recent = recent;
        this.expected = expected;
        this.first = first;
        this.asOf = asOf;
    }

    /**
     * Where all events are of the window, nothing rises and nothing is new: there is nothing to compare with.
     *
     * @param asOf end of the windows, seconds since 1970
     * @param window what counts as lately
     * @param before how long before that is compared
     */
    public static Trends of(Events events, long asOf, Duration window, Duration before) {
        requireNonNull(events, "events is null");
        long lately = asOf - window.toSeconds();
        long earlier = lately - before.toSeconds();
        int[] recent = new int[events.items()];
        int[] past = new int[events.items()];
        long[] first = new long[events.items()];
        Arrays.fill(first, Long.MAX_VALUE);
        for (int entry = 0; entry < events.size(); entry++) {
            int item = events.item(entry);
            long time = events.time(entry);
            first[item] = Math.min(first[item], time);
            recent[item] += time >= lately && time < asOf ? 1 : 0;
            past[item] += time >= earlier && time < lately ? 1 : 0;
        }
        if (Arrays.stream(first).allMatch(time -> time >= lately)) {
            Arrays.fill(recent, 0);
            Arrays.fill(first, Long.MAX_VALUE);
        }
        float share = (float) window.toSeconds() / before.toSeconds();
        float[] expected = new float[past.length];
        for (int item = 0; item < expected.length; item++) {
            expected[item] = past[item] * share;
        }
        return new Trends(recent, expected, first, asOf);
    }

    /**
     * What {@link #recent}, {@link #expected} and {@link #first} told.
     *
     * @param first {@link Long#MAX_VALUE} where nobody chose the item yet
     */
    public static Trends of(int[] recent, float[] expected, long[] first, long asOf) {
        if (expected.length != recent.length || first.length != recent.length) {
            throw new IllegalArgumentException("columns differ in length");
        }
        return new Trends(recent.clone(), expected.clone(), first.clone(), asOf);
    }

    public int items() {
        return recent.length;
    }

    public long asOf() {
        return asOf;
    }

    /** When an item was chosen first, seconds since 1970; {@link Long#MAX_VALUE} where nobody did yet. */
    public long first(int item) {
        return first[item];
    }

    /** Events within the window. */
    public int recent(int item) {
        return recent[item];
    }

    /** Events the window would have held had nothing changed. */
    public float expected(int item) {
        return expected[item];
    }

    /** The surprise of an item, above zero when it rises. */
    public float surprise(int item) {
        return (recent[item] - expected[item]) / (float) Math.sqrt(expected[item] + 1);
    }

    /** How long an item has been there; empty where nobody chose it yet. */
    public Duration age(int item) {
        return first[item] == Long.MAX_VALUE ? Duration.ZERO : Duration.ofSeconds(Math.max(0, asOf - first[item]));
    }

    /** Items that rise, whoever asks. */
    public Recommender trending() {
        float[] scores = new float[recent.length];
        for (int item = 0; item < scores.length; item++) {
            scores[item] = surprise(item) > 0 ? surprise(item) : Recommender.UNSCORED;
        }
        return new Fixed(scores);
    }

    /** Items chosen first within a time, those of most events a day first. */
    public Recommender newArrivals(Duration youngest) {
        float[] scores = new float[recent.length];
        for (int item = 0; item < scores.length; item++) {
            boolean isNew = first[item] != Long.MAX_VALUE && age(item).compareTo(youngest) <= 0;
            // A day is added, so that what came an hour ago does not lead by its first sale.
            double days = age(item).toSeconds() / 86_400.0 + 1;
            scores[item] = isNew && recent[item] > 0 ? (float) (recent[item] / days) : Recommender.UNSCORED;
        }
        return new Fixed(scores);
    }

    private static final class Fixed implements Recommender {
        private final float[] fixed;

        Fixed(float[] fixed) {
            this.fixed = fixed;
        }

        @Override
        public int items() {
            return fixed.length;
        }

        @Override
        public void score(History history, float[] scores) {
            requireLength(scores);
            System.arraycopy(fixed, 0, scores, 0, fixed.length);
        }
    }
}
