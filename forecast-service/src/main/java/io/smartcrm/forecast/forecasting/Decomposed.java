package io.smartcrm.forecast.forecasting;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Takes the seasons out by {@link Decomposition}, lets another model continue what remains, and puts the last season of each
 * length back (Hyndman &amp; Athanasopoulos, FPP3, section 5.7). The season may be long, may change, and may lie in a longer one:
 * hours of a day in a week, days of a week in a year. Positive values are taken as logarithms if their season is clearer.
 */
final class Decomposed implements Model {
    private static final int SEASONS_NEEDED = 3;
    private static final double STRONG_SEASON = 0.64;

    private final Model model;

    Decomposed(Model model) {
        this.model = model;
    }

    @Override
    public Projection project(double[] values, int length, int period, int horizon) {
        double[] known = Arrays.copyOf(values, length);
        if (!Seasonality.isPresent(values, length, period)) {
            return model.project(known, length, 1, horizon);
        }
        int[] periods = periods(known, period);
        Decomposition plain = Decomposition.ofClean(known, periods);
        if (Arrays.stream(known).allMatch(value -> value > 0)) {
            double[] logarithms = Arrays.stream(known).map(Math::log).toArray();
            double middle = Arrays.stream(logarithms).average().orElse(0);
            Decomposition logarithmic = Decomposition.ofClean(
                    Arrays.stream(logarithms).map(value -> value - middle).toArray(), periods);
            if (logarithmic.seasonStrength(period) > plain.seasonStrength(period)) {
                return fromLogarithms(project(logarithmic, length, horizon), middle);
            }
        }
        return project(plain, length, horizon);
    }

    /** The period, and the longer one around it if that was seen often enough and shows. */
    private static int[] periods(double[] known, int period) {
        int longer = longer(period);
        if (longer == 0 || known.length < SEASONS_NEEDED * longer) {
            return new int[] {period};
        }
        int[] both = {period, longer};
        boolean shows = Decomposition.ofClean(known, both).seasonStrength(longer) > STRONG_SEASON;
        return shows ? both : new int[] {period};
    }

    private static int longer(int period) {
        return switch (period) {
            case 7 -> 365;
            case 24, 48, 96 -> 7 * period;
            default -> 0;
        };
    }

    private Projection project(Decomposition decomposition, int length, int horizon) {
        Projection projection = model.project(decomposition.adjusted(), length, 1, horizon);
        for (int period : decomposition.periods()) {
            double[] season = decomposition.season(period);
            for (int step = 0; step < horizon; step++) {
                projection.mean[step] += season[length - period + step % period];
            }
        }
        return projection;
    }

    /** Logarithms are around zero, so that the unit of the series does not matter to the model. */
    private static Projection fromLogarithms(Projection logarithms, double middle) {
        double[] mean = Arrays.stream(logarithms.mean)
                .map(value -> Math.exp(value + middle))
                .toArray();
        double[] deviation = IntStream.range(0, mean.length)
                .mapToDouble(step -> mean[step] * Math.sqrt(Math.expm1(Math.pow(logarithms.deviation[step], 2))))
                .toArray();
        return new Projection(mean, deviation, logarithms.degreesOfFreedom);
    }
}
