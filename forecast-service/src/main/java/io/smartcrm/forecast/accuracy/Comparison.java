package io.smartcrm.forecast.accuracy;

import static java.util.Objects.requireNonNull;

import io.smartcrm.forecast.forecasting.Method;
import java.util.List;

/** What a backtest of several methods on one series can honestly say. */
public sealed interface Comparison {
    /**
     * There is not enough history to judge.
     *
     * @param observations steps from the first known value to the last
     * @param needed steps a comparison takes
     */
    record TooShort(int observations, int needed) implements Comparison {}

    /**
     * The methods from best to worst.
     *
     * @param measure what they are ranked by
     * @param origins forecasts made by each method
     * @param horizon steps of each forecast
     * @param clear whether the first beats the second by more than one standard error of their paired differences; if
     *     not, the series does not tell them apart
     */
    record Ranked(List<Backtest> backtests, Measure measure, int origins, int horizon, boolean clear)
            implements Comparison {
        public Ranked {
            backtests = List.copyOf(backtests);
            requireNonNull(measure, "measure is null");
            if (backtests.isEmpty()) {
                throw new IllegalArgumentException("backtests is empty");
            }
        }

        public Backtest best() {
            return backtests.get(0);
        }

        /** The backtest of a method that was compared. */
        public Backtest of(Method method) {
            return backtests.stream()
                    .filter(backtest -> backtest.method() == method)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(method.id() + " was not compared"));
        }

        /** What a compared method is ranked by. */
        public double error(Method method) {
            return measure.of(of(method).errors());
        }

        /** How much smaller the error of the best is than that of the second: 0.1 for ten percent; 0 if it is alone. */
        public double advantage() {
            if (backtests.size() < 2) {
                return 0;
            }
            double second = measure.of(backtests.get(1).errors());
            return second == 0 ? 0 : 1 - measure.of(best().errors()) / second;
        }
    }

    /** By what errors of one series are ranked. */
    enum Measure {
        /** Mean absolute error, for series that sell most of the time. */
        MAE {
            @Override
            public double of(Errors errors) {
                return errors.mae();
            }
        },
        /** Root mean squared error, for series with many zeros: there the smallest absolute error is won by forecasting nothing. */
        RMSE {
            @Override
            public double of(Errors errors) {
                return errors.rmse();
            }
        };

        public abstract double of(Errors errors);
    }
}
