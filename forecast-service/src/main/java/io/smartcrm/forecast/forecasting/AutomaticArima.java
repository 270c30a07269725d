package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Automatic ARIMA: {@link Differencing} by tests, then coefficients by a stepwise search for the smallest corrected Akaike
 * criterion (Hyndman &amp; Khandakar 2008). A season longer than {@value #LONGEST_SEASON} steps is taken out before.
 */
final class AutomaticArima implements Model {
    private static final int SHORTEST = 4;
    private static final int LONGEST_SEASON = 24;

    private final Model onTooLittle = new Naive();
    private final Model onLongSeason = new Deseasonalised(this);

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (length < SHORTEST) {
            return onTooLittle.project(values, length, period, horizon);
        }
        if (period > LONGEST_SEASON && Seasonality.isPresent(values, length, period)) {
            return onLongSeason.project(values, length, period, horizon);
        }
        double[] known = length == values.length ? values : Arrays.copyOf(values, length);
        return choose(known, period > LONGEST_SEASON ? 1 : period).project(horizon);
    }

    /** The best model of a series of at least four values. */
    static ArimaFit choose(double[] values, int period) {
        int seasonal = Differencing.ofSeasons(values, period);
        double[] changes = seasonal == 0 ? values : Differencing.over(values, period);
        int steps = Differencing.ofSteps(changes, values);
        boolean constant = seasonal + steps < 2;
        ArimaOrder order = new ArimaOrder(0, steps, 0, 0, seasonal, 0, period, constant);
        if (Differencing.isConstant(order.differenced(values), values)) {
            return ArimaFit.exact(order, values);
        }
        return new ArimaSearch(values, order).best();
    }
}
