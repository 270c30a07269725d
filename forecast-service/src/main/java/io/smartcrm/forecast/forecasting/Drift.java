package io.smartcrm.forecast.forecasting;

/**
 * A line through the first and the last value goes on: the mean change is the slope (Hyndman &amp; Athanasopoulos, FPP3,
 * section 5.2).
 */
final class Drift implements Model {
    private final Model onTooLittle = new Naive();

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        if (length < 3) {
            return onTooLittle.project(values, length, period, horizon);
        }
        double slope = (values[length - 1] - values[0]) / (length - 1);
        double squares = 0;
        for (int t = 1; t < length; t++) {
            double error = values[t] - values[t - 1] - slope;
            squares += error * error;
        }
        double spread = Math.sqrt(squares / (length - 2));
        double[] mean = new double[horizon];
        double[] deviation = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            double ahead = step + 1;
            mean[step] = values[length - 1] + ahead * slope;
            deviation[step] = spread * Math.sqrt(ahead * (1 + ahead / (length - 1)));
        }
        return new Projection(mean, deviation, length - 2);
    }
}
