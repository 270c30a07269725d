package io.smartcrm.recommend.collaborative;

import java.time.Duration;

/**
 * How the worth of an event fades with age: it halves every half-life.
 *
 * @param halfLifeSeconds above zero; infinite where nothing fades
 */
public record Decay(double halfLifeSeconds) {
    private static final Decay NONE = new Decay(Double.POSITIVE_INFINITY);

    public Decay {
        if (!(halfLifeSeconds > 0)) {
            throw new IllegalArgumentException("half-life must be above zero, not " + halfLifeSeconds + " s");
        }
    }

    public static Decay none() {
        return NONE;
    }

    public static Decay halvingEvery(Duration halfLife) {
        return new Decay(halfLife.toSeconds());
    }

    /** In (0, 1], except that very old events may round to 0; an event after the reference counts as of now. */
    public float factor(long time, long reference) {
        return time >= reference ? 1 : (float) Math.exp(-Math.log(2) * ((double) reference - time) / halfLifeSeconds);
    }
}
