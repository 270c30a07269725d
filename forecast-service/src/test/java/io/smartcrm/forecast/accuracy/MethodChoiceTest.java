package io.smartcrm.forecast.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.forecast.forecasting.DemandClass;
import io.smartcrm.forecast.forecasting.Method;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MethodChoiceTest {
    @Test
    void aClearlyBetterMethodIsChosenAndSaysWhy() {
        // Given a line that the default, wary of trends, does not follow all the way
        Random random = new Random(1);
        double[] line = IntStream.range(0, 60)
                .mapToDouble(t -> 100 + 5 * t + 8 * random.nextGaussian())
                .toArray();

        // When
        MethodChoice choice = MethodChoice.of(line, RollingOrigin.of(1, 6, true), MethodSet.BUILT_IN);

        // Then
        assertThat(choice.profile().demand()).isEqualTo(DemandClass.SMOOTH);
        assertThat(choice.profile().trendStrength()).isGreaterThan(0.9);
        assertThat(choice.profile().seasonStrength()).isZero();
        assertThat(choice.explanation())
                .startsWith("The series sells steadily, in similar sizes. Its trend is strong (")
                .contains("From 12 origins, 6 steps ahead each, the mean absolute error beside that of naive was ")
                .contains(
                        "linear 0.",
                        "naive 1.00",
                        "ensemble 0.",
                        choice.method().id() + " forecasts");
    }

    @Test
    void theDefaultForecastsWhenNothingCanBeToldApart() {
        // Given
        double[] constant = IntStream.range(0, 40).mapToDouble(t -> 7).toArray();

        // When
        MethodChoice choice = MethodChoice.of(constant, RollingOrigin.of(1, 4, true), MethodSet.BUILT_IN);

        // Then
        assertThat(choice.method()).isEqualTo(Method.byDefault());
    }

    @Test
    void rareDemandIsJudgedAmongMethodsForIt() {
        // Given
        Random random = new Random(2);
        double[] rare = IntStream.range(0, 60)
                .mapToDouble(t -> random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0)
                .toArray();

        // When
        MethodChoice choice = MethodChoice.of(rare, RollingOrigin.of(1, 4, true), MethodSet.BUILT_IN);

        // Then
        assertThat(choice.profile().demand().isIntermittent()).isTrue();
        assertThat(choice.explanation())
                .contains("seldom", "root mean squared error", "croston", "tsb", "adida")
                .doesNotContain("arima");
    }

    @Test
    void aSeasonIsMeasured() {
        // Given
        Random random = new Random(3);
        double[] seasonal = IntStream.range(0, 60)
                .mapToDouble(t -> 50 + 20 * Math.sin(Math.PI * t / 2) + random.nextGaussian())
                .toArray();

        // When
        MethodChoice choice = MethodChoice.of(seasonal, RollingOrigin.of(4, 4, true), MethodSet.BUILT_IN);

        // Then
        assertThat(choice.profile().seasonStrength()).isGreaterThan(0.9);
        assertThat(choice.explanation()).contains("its season strong", "snaive", "stl");
    }

    @Test
    void aPromotedMethodForecastsUnlessOneOfItsCandidatesIsClearlyBetter() {
        // Given
        Random random = new Random(1);
        double[] line = IntStream.range(0, 60)
                .mapToDouble(t -> 100 + 5 * t + 8 * random.nextGaussian())
                .toArray();
        RollingOrigin past = RollingOrigin.of(1, 6, true);

        // When
        MethodChoice beaten = MethodChoice.of(line, past, new MethodSet(3, Method.SES, List.of(Method.LINEAR)));
        MethodChoice kept = MethodChoice.of(line, past, new MethodSet(4, Method.LINEAR, List.of(Method.SES)));
        MethodChoice unseen = MethodChoice.of(new double[] {3, 4, 5}, past, new MethodSet(5, Method.DRIFT, List.of()));

        // Then
        assertThat(beaten.method()).isEqualTo(Method.LINEAR);
        assertThat(beaten.explanation()).contains("linear 0.", "ses ").doesNotContain("ensemble", "theta");
        assertThat(kept.method()).isEqualTo(Method.LINEAR);
        assertThat(unseen.method()).isEqualTo(Method.DRIFT);
        assertThat(unseen.methods().version()).isEqualTo(5);
    }

    @Test
    void aPromotedMethodIsComparedWithThoseThatSuitTheSeries() {
        // Given
        MethodSet promoted = new MethodSet(1, Method.HOLT, List.of());

        // Then
        assertThat(promoted.candidates(false, false, 60))
                .startsWith(Method.HOLT, Method.NAIVE, Method.byDefault())
                .contains(Method.ARIMA);
        assertThat(promoted.candidates(true, false, 60)).contains(Method.TSB).doesNotContain(Method.ARIMA);
        assertThat(promoted.candidates(false, true, 400)).contains(Method.STL).doesNotContain(Method.ARIMA);
        assertThat(new MethodSet(2, Method.ARIMA, List.of()).candidates(false, true, 400))
                .contains(Method.ARIMA);
    }

    @Test
    void aShortSeriesIsForecastUnseen() {
        // When
        MethodChoice choice = MethodChoice.of(new double[] {3, 4, 5}, RollingOrigin.of(1, 2, true), MethodSet.BUILT_IN);

        // Then
        assertThat(choice.method()).isEqualTo(Method.byDefault());
        assertThat(choice.explanation()).contains("With 3 known steps", "that takes 12", "unseen");
    }
}
