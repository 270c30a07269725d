package io.smartcrm.forecast.forecasting;

import io.smartcrm.forecast.forecasting.Combination.Part;

/**
 * The default: different methods combined, none of which needs to be right. Rare demand is left to methods made for it.
 *
 * <p>On short histories a regression on many lags is mostly noise, on long ones it sees what the others cannot: seasons
 * within seasons, echoes of a year. So its weight grows with the square of the history's length.
 */
final class Ensemble implements Model {
    private static final double LENGTH_FOR_EQUAL_WEIGHT = 100;
    private static final double LARGEST_WEIGHT = 25;

    /** On longer histories and with longer seasons its search takes its time, and the regression sees the same. */
    private static final int LONGEST_FOR_ARIMA = 150;

    private static final int LONGEST_SEARCHED_SEASON = 24;

    /** Above this many steps a season's initial states cost more time than they earn. */
    private static final int LONGEST_SMOOTHED_SEASON = 12;

    private final Model usual = Combination.weighted(
            Part.of(new Deseasonalised(Smoothing.damped())),
            Part.of(new Deseasonalised(OptimisedTheta.followingLine())),
            Part.of(new Deseasonalised(new ThetaLines())),
            Part.of(new AutomaticSmoothing(LONGEST_SMOOTHED_SEASON)),
            Part.of(new Autoregression(), (length, period) -> regressionWeight(length)),
            Part.unjudged(new AutomaticArima(), Ensemble::arimaWeight));

    private final Model rare = new AgingDemand();

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        boolean rarely = RareDemand.isRare(values, length);
        return (rarely ? rare : usual).project(values, length, period, horizon);
    }

    private static double arimaWeight(int length, int period) {
        return length <= LONGEST_FOR_ARIMA && period <= LONGEST_SEARCHED_SEASON ? 1 : 0;
    }

    private static double regressionWeight(int length) {
        double share = length / LENGTH_FOR_EQUAL_WEIGHT;
        return Math.min(share * share, LARGEST_WEIGHT);
    }
}
