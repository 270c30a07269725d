package io.smartcrm.recommend.habit;

import static java.util.Objects.requireNonNull;

import io.smartcrm.recommend.collaborative.Decay;
import java.time.Duration;

/**
 * How {@link BuyAgain} foresees.
 *
 * @param fading how a habit fades from its last purchase on
 * @param cadence how much it counts that a purchase is due, 0 (nothing) to 1
 * @param prior how many purchases the other customers' habit with an item weighs, not negative
 */
public record BuyAgainSettings(Decay fading, double cadence, double prior) {
    /** How often the customer bought it, and nothing else. */
    public static final BuyAgainSettings COUNT = new BuyAgainSettings(Decay.none(), 0, 0);

    /** Half as likely half a year after the last purchase, and likelier for what others come back for. */
    public static final BuyAgainSettings FADING = new BuyAgainSettings(Decay.halvingEvery(Duration.ofDays(180)), 0, 1);

    public BuyAgainSettings {
        requireNonNull(fading, "fading is null");
        if (!(cadence >= 0 && cadence <= 1) || !(prior >= 0) || Double.isInfinite(prior)) {
            throw new IllegalArgumentException(
                    "cadence must be 0 to 1 and prior not negative: " + cadence + ", " + prior);
        }
    }
}
