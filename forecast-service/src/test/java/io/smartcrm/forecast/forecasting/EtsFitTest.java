package io.smartcrm.forecast.forecasting;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.forecast.forecasting.EtsForm.Season;
import io.smartcrm.forecast.forecasting.EtsForm.Trend;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EtsFitTest {
    static Stream<EtsForm> forms() {
        return EtsForm.admissible(true, true).stream();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theGradientIsTheSlopeOfTheLikelihood(EtsForm form) {
        // Given
        double[] values = SeriesFixtures.sales(new Random(5), 40, 4);
        EtsParameters parameters = new EtsParameters(form, new EtsStart(values, 4, form.isSeasonal()));
        EtsLikelihood likelihood = new EtsLikelihood(parameters, values);
        double[] point = parameters.coordinates(0.3, 0.2, 0.2, 0.9);
        double[] gradient = new double[point.length];

        // When
        likelihood.at(point, gradient);

        // Then
        for (int i = 0; i < point.length; i++) {
            double step = 1e-5;
            double[] aside = point.clone();
            aside[i] += step;
            double up = likelihood.at(aside, new double[point.length]);
            aside[i] -= 2 * step;
            double down = likelihood.at(aside, new double[point.length]);
            assertThat(gradient[i]).as("coordinate " + i).isCloseTo((up - down) / 2 / step, within(1e-3));
        }
    }

    @Test
    void theAirlineSeriesIsFittedAsWellAsByTheAuthorsOfTheMethod() {
        // Given R 4, forecast 8: ets(AirPassengers) is ETS(M,Ad,M) with 18 parameters and AIC 1395.166
        double[] values = KnownSeries.airPassengers();
        EtsForm form = new EtsForm(true, Trend.DAMPED, Season.MULTIPLICATIVE);

        // When
        EtsFit fit = EtsFit.of(form, new EtsStart(values, 12, true), values);

        // Then a weak prior may cost a little
        assertThat(fit.deviance + 2 * 18).isLessThan(1395.166 + 2);
    }

    @Test
    void aMultiplicativeSeasonIsRecognised() {
        // Given
        double[] values = KnownSeries.airPassengers();

        // When
        EtsFit chosen = requireNonNull(AutomaticSmoothing.choose(values, values.length, 12));

        // Then
        assertThat(chosen.form.season()).isEqualTo(Season.MULTIPLICATIVE);
        assertThat(chosen.form.hasTrend()).isTrue();
    }

    @Test
    void aStraightLineGoesOn() {
        // Given
        double[] line = IntStream.range(0, 30).mapToDouble(t -> 5 + 3 * t).toArray();

        // When
        double[] mean = Method.ETS.forecaster().forecast(line, 1, 3).mean();

        // Then
        assertThat(mean).containsExactly(new double[] {95, 98, 101}, within(0.1));
    }
}
