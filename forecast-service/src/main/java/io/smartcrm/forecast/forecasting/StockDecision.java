package io.smartcrm.forecast.forecasting;

/**
 * How much to have when demand over a lead time is uncertain and all of it must come from one order: the newsvendor's
 * quantile of the demand (Arrow, Harris &amp; Marschak 1951).
 *
 * @param expected demand expected over the lead time, in the unit of the series, at least 0
 * @param safety what to hold beyond (or, where running out is cheap, below) that; expected plus safety is at least 0
 */
public record StockDecision(double expected, double safety) {
    /** The level to order up to. */
    public double quantity() {
        return expected + safety;
    }

    /**
     * The share of lead times worth serving in full: cost of a missing piece over the cost of a missing and a left over one.
     *
     * @param shortage cost of a missing piece, such as its margin; above 0
     * @param leftover cost of a piece left over, above 0
     */
    public static double serviceLevel(double shortage, double leftover) {
        if (!(shortage > 0) || !(leftover > 0)) {
            throw new IllegalArgumentException("costs must be above 0, not " + shortage + " and " + leftover);
        }
        return shortage / (shortage + leftover);
    }

    /**
     * Decides for a series of demands.
     *
     * <p>Errors of the steps are taken to move half together: the width for the whole lead time is the geometric mean of
     * that for independent errors (root of the sum of squares) and that for equal ones (sum).
     *
     * @param leadTime steps the stock must last, at least 1
     * @param serviceLevel probability of serving all demand, strictly between 0 and 1
     * @throws IllegalArgumentException as {@link Forecaster#forecast}, or if the service level is out of range
     */
    public static StockDecision of(
            Forecaster forecaster, double[] series, int period, int leadTime, double serviceLevel) {
        if (!(serviceLevel > 0 && serviceLevel < 1)) {
            throw new IllegalArgumentException("service level must lie strictly between 0 and 1, not " + serviceLevel);
        }
        double level = Math.abs(2 * serviceLevel - 1);
        if (level < 1e-6) {
            double[] mean =
                    forecaster.forecast(series, period, leadTime).nonNegative().mean();
            return new StockDecision(sum(mean), 0);
        }
        Forecast forecast = forecaster.forecast(series, period, leadTime, level);
        double sum = 0;
        double squares = 0;
        for (int step = 1; step <= leadTime; step++) {
            double width = forecast.interval(level).upper(step) - forecast.mean(step);
            sum += width;
            squares += width * width;
        }
        double width = Math.sqrt(sum * Math.sqrt(squares));
        double expected = sum(forecast.nonNegative().mean());
        return new StockDecision(expected, serviceLevel > 0.5 ? width : -Math.min(width, expected));
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
