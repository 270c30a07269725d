package io.smartcrm.forecast.forecasting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Automatic exponential smoothing: every admissible {@link EtsForm} is fitted by maximum likelihood, and the one with the
 * smallest corrected Akaike criterion forecasts (Hyndman, Koehler, Snyder &amp; Grose 2002).
 *
 * <p>A season longer than {@value #LONGEST_SEASON} steps has too many initial states for this; it is taken out before by
 * {@link Deseasonalised}.
 */
final class AutomaticSmoothing implements Model {
    private static final int SHORTEST = 4;
    private static final int SEASONS_NEEDED = 2;
    static final int LONGEST_SEASON = 24;

    private final int longestSeason;
    private final Model onTooLittle = new Naive();
    private final Model onLongSeason = new Deseasonalised(this);

    /** @param longestSeason steps; longer seasons are taken out before, which is much faster */
    AutomaticSmoothing(int longestSeason) {
        this.longestSeason = longestSeason;
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (period > longestSeason && Seasonality.isPresent(values, length, period)) {
            return onLongSeason.project(values, length, period, horizon);
        }
        EtsFit best = choose(values, length, period > longestSeason ? 1 : period);
        return best == null ? onTooLittle.project(values, length, period, horizon) : best.project(horizon);
    }

    static @Nullable EtsFit choose(double[] values, int length, int period) {
        if (length < SHORTEST) {
            return null;
        }
        double[] known = length == values.length ? values : Arrays.copyOf(values, length);
        boolean seasonal = period > 1 && length > SEASONS_NEEDED * period;
        EtsStart start = new EtsStart(known, period, seasonal);
        EtsFit best = null;
        for (EtsForm form : EtsForm.admissible(seasonal, Arrays.stream(known).allMatch(value -> value > 0))) {
            if (length - form.parameters(start.period) - 2 < 1) {
                continue;
            }
            EtsFit fit = EtsFit.of(form, start, known);
            if (best == null || fit.criterion() < best.criterion()) {
                best = fit;
            }
        }
        return best;
    }
}
