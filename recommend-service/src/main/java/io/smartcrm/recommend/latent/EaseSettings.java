package io.smartcrm.recommend.latent;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Decay;
import io.smartcrm.recommend.collaborative.Emphasis;
import io.smartcrm.recommend.collaborative.Weighting;
import java.time.Duration;

/**
 * How {@link Ease} learns.
 *
 * @param regularisation added to the diagonal, above zero
 * @param mostItems items the model may have; above it only those chosen by most customers take part
 */
public record EaseSettings(double regularisation, int mostItems, Emphasis emphasis) {
    /** 1.6 GB for the matrix. */
    public static final int MOST_ITEMS = 20_000;

    /** Regularised by 400, nothing fades. */
    public static final EaseSettings CLASSIC = new EaseSettings(400, MOST_ITEMS, Emphasis.PLAIN);

    /** What was chosen lately counts more, which leaves less to regularise. */
    public static final EaseSettings RECENT = new EaseSettings(
            200,
            MOST_ITEMS,
            new Emphasis(
                    Weighting.BINARY,
                    Decay.halvingEvery(Duration.ofDays(120)),
                    Decay.halvingEvery(Duration.ofDays(120)),
                    10_000));

    public EaseSettings {
        requireNonNull(emphasis, "emphasis is null");
        if (!(regularisation > 0) || regularisation == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("regularisation must be above zero, not " + regularisation);
        }
        if (mostItems < 1 || mostItems > MOST_ITEMS) {
            throw new IllegalArgumentException("mostItems must be 1 to " + MOST_ITEMS + ", not " + mostItems);
        }
    }
}
