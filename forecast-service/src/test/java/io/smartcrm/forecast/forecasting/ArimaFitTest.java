package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Figures of R's {@code arima} (its documentation) and of {@code auto.arima} (Hyndman &amp; Khandakar 2008; FPP3, chapter 9). */
class ArimaFitTest {
    @Test
    void theHormoneSeriesIsFittedAsByR() {
        // When: arima(lh, order = c(1, 0, 0)) and arima(lh, order = c(3, 0, 0))
        ArimaFit first = ArimaFit.exact(order(1, 0, 0), KnownSeries.hormone());
        ArimaFit third = ArimaFit.exact(order(3, 0, 0), KnownSeries.hormone());

        // Then
        assertThat(first.process().ar).containsExactly(new double[] {0.5739}, within(1e-3));
        assertThat(first.constant()).isCloseTo(2.4133, within(1e-3));
        assertThat(first.variance).isCloseTo(0.1975, within(1e-4));
        assertThat(-first.deviance / 2).isCloseTo(-29.38, within(0.005));
        assertThat(third.process().ar).containsExactly(new double[] {0.6448, -0.0634, -0.2198}, within(1e-3));
        assertThat(third.variance).isCloseTo(0.1787, within(1e-4));
        assertThat(-third.deviance / 2).isCloseTo(-27.09, within(0.005));
    }

    @Test
    void theServerSeriesIsFittedAsByR() {
        // When: arima(WWWusage, order = c(3, 1, 0)) and c(1, 1, 1)
        ArimaFit third = ArimaFit.exact(order(3, 1, 0).withConstant(false), KnownSeries.serverUsers());
        ArimaFit mixed = ArimaFit.exact(order(1, 1, 1).withConstant(false), KnownSeries.serverUsers());

        // Then
        assertThat(third.process().ar).containsExactly(new double[] {1.1513, -0.6612, 0.3407}, within(1e-3));
        assertThat(third.variance).isCloseTo(9.363, within(0.01));
        assertThat(third.deviance + 2 * 4).isCloseTo(511.99, within(0.01));
        assertThat(mixed.process().ar).containsExactly(new double[] {0.6504}, within(1e-3));
        assertThat(mixed.process().ma).containsExactly(new double[] {0.5256}, within(1e-3));
        assertThat(mixed.deviance + 2 * 3).isCloseTo(514.3, within(0.01));
    }

    @Test
    void theAirlineModelIsFittedAsByR() {
        // Given
        double[] logarithms =
                Arrays.stream(KnownSeries.airPassengers()).map(Math::log).toArray();
        ArimaOrder airline = new ArimaOrder(0, 1, 1, 0, 1, 1, 12, false);

        // When: arima(log(AirPassengers), c(0, 1, 1), list(order = c(0, 1, 1)))
        ArimaFit fit = ArimaFit.exact(airline, logarithms);

        // Then
        assertThat(fit.process().ma[0]).isCloseTo(-0.4018, within(1e-3));
        assertThat(fit.process().ma[11]).isCloseTo(-0.5569, within(1e-3));
        assertThat(fit.variance).isCloseTo(0.001348, within(1e-6));
        assertThat(-fit.deviance / 2).isCloseTo(244.7, within(0.01));
    }

    @Test
    void theSearchFindsTheModelsOfItsAuthors() {
        // Given
        double[] passengers = KnownSeries.airPassengers();
        double[] logarithms = Arrays.stream(passengers).map(Math::log).toArray();

        // When
        ArimaFit users = AutomaticArima.choose(KnownSeries.serverUsers(), 1);
        ArimaFit airline = AutomaticArima.choose(logarithms, 12);
        ArimaFit untransformed = AutomaticArima.choose(passengers, 12);

        // Then
        assertThat(users.order).hasToString("ARIMA(1,1,1)");
        assertThat(users.criterion()).isCloseTo(514.55, within(0.02));
        assertThat(airline.order).hasToString("ARIMA(0,1,1)(0,1,1)[12]");
        assertThat(airline.criterion()).isCloseTo(-483.21, within(0.02));
        assertThat(untransformed.order).hasToString("ARIMA(2,1,1)(0,1,0)[12]");
        assertThat(untransformed.criterion()).isCloseTo(1018.17, within(0.02));
    }

    @Test
    void theFilterKnowsTheLikelihoodOfTheWholeCovariance() {
        // Given a seasonal model with every kind of coefficient
        ArimaOrder order = new ArimaOrder(2, 0, 1, 1, 0, 1, 4, true);
        double[] point = {0.5, -0.4, 0.3, 0.6, -0.7};
        double[] values = SeriesFixtures.sales(new Random(3), 40, 4);
        ArmaProcess process = ArmaProcess.of(order, point);

        // When
        ArmaLikelihood likelihood = new ArmaLikelihood(order, values);
        double half = likelihood.exact(point);

        // Then: the same from autocovariances summed up from the response to single errors
        double[] response = process.response(4000);
        int n = values.length;
        double[] lags = IntStream.range(0, n)
                .mapToDouble(lag -> IntStream.range(lag, response.length)
                        .mapToDouble(t -> response[t] * response[t - lag])
                        .sum())
                .toArray();
        double[][] covariance = IntStream.range(0, n)
                .mapToObj(i -> IntStream.range(0, n)
                        .mapToDouble(j -> lags[Math.abs(i - j)])
                        .toArray())
                .toArray(double[][]::new);
        assertThat(half).isCloseTo(halfDeviance(covariance, values, likelihood.constant), within(1e-9));
    }

    @Test
    void aDriftIsCarriedOn() {
        // Given
        Random random = new Random(8);
        double[] values = new double[80];
        for (int t = 1; t < values.length; t++) {
            values[t] = values[t - 1] + 5 + random.nextGaussian();
        }

        // When
        double[] mean = Method.ARIMA.forecaster().forecast(values, 1, 10).mean();

        // Then
        assertThat(mean[9] - mean[0]).isCloseTo(45, within(3.0));
    }

    @Test
    void theLevelTestIsTheOneOfItsAuthors() {
        // Given 1, 2, ..., 20: running sums and one lag by hand
        double[] line = IntStream.rangeClosed(1, 20).mapToDouble(t -> t).toArray();
        double[] noise = new Random(4).doubles(200).toArray();

        // When / Then
        assertThat(Differencing.levelStatistic(line)).isCloseTo(1.0836, within(1e-3));
        assertThat(Differencing.ofSteps(line, line)).isEqualTo(1);
        assertThat(Differencing.ofSteps(noise, noise)).isZero();
        assertThat(Differencing.ofSeasons(KnownSeries.airPassengers(), 12)).isEqualTo(1);
    }

    private static ArimaOrder order(int ar, int difference, int ma) {
        return new ArimaOrder(ar, difference, ma, 0, 0, 0, 1, true);
    }

    /** By Cholesky's factorisation. */
    private static double halfDeviance(double[][] covariance, double[] values, double mean) {
        int n = values.length;
        double[] errors = Arrays.stream(values).map(value -> value - mean).toArray();
        double logarithms = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                for (int k = 0; k < j; k++) {
                    covariance[i][j] -= covariance[i][k] * covariance[j][k];
                }
                covariance[i][j] = i == j ? Math.sqrt(covariance[i][i]) : covariance[i][j] / covariance[j][j];
            }
            for (int k = 0; k < i; k++) {
                errors[i] -= covariance[i][k] * errors[k];
            }
            errors[i] /= covariance[i][i];
            squares += errors[i] * errors[i];
            logarithms += 2 * Math.log(covariance[i][i]);
        }
        return (Math.log(squares / n) + logarithms / n) / 2;
    }
}
