package io.smartcrm.forecast.forecasting;

import io.smartcrm.forecast.forecasting.EtsForm.Season;
import io.smartcrm.forecast.forecasting.EtsForm.Trend;
import java.util.Arrays;
import java.util.List;

/** Exponential smoothing of a given form, fitted for the smallest sum of squared one-step errors. */
final class Smoothing implements Model {
    private static final int SHORTEST = 4;

    private final Model onTooLittle = new Naive();
    private final Trend trend;
    private final boolean seasonal;

    private Smoothing(Trend trend, boolean seasonal) {
        this.trend = trend;
        this.seasonal = seasonal;
    }

    /** Holt 1957: level and straight trend. */
    static Model holt() {
        return new Smoothing(Trend.ADDITIVE, false);
    }

    /** Gardner &amp; McKenzie 1985: a trend that fades. */
    static Model damped() {
        return new Smoothing(Trend.DAMPED, false);
    }

    /** Winters 1960: level, trend and a season that multiplies if that fits better, and is added otherwise. */
    static Model holtWinters() {
        return new Smoothing(Trend.ADDITIVE, true);
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double[] known = length == values.length ? values : Arrays.copyOf(values, length);
        boolean withSeason = seasonal && period > 1 && length > 2 * period;
        boolean positive = Arrays.stream(known).allMatch(value -> value > 0);
        List<EtsForm> forms = !withSeason
                ? List.of(new EtsForm(false, trend, Season.NONE))
                : positive
                        ? List.of(
                                new EtsForm(false, trend, Season.ADDITIVE),
                                new EtsForm(true, trend, Season.MULTIPLICATIVE))
                        : List.of(new EtsForm(false, trend, Season.ADDITIVE));
        EtsStart start = new EtsStart(known, period, withSeason);
        if (length < SHORTEST || length <= forms.get(0).parameters(start.period)) {
            return onTooLittle.project(values, length, period, horizon);
        }
        EtsFit best = EtsFit.of(forms.get(0), start, known);
        for (EtsForm form : forms.subList(1, forms.size())) {
            EtsFit other = EtsFit.of(form, start, known);
            if (other.deviance < best.deviance) {
                best = other;
            }
        }
        return best.project(horizon);
    }
}
