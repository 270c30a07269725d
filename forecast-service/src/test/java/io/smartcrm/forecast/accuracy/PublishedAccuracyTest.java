package io.smartcrm.forecast.accuracy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The M3 competition over again, where its series lie beside the project; skipped elsewhere. */
class PublishedAccuracyTest {
    private static final Path DATA = Path.of("../../shared/data/m3");

    @ParameterizedTest(name = "{3} on m3-{0}: sMAPE {4}, MASE {5}")
    @CsvSource({
        "yearly, 1, 6, NAIVE2, 17.880, 3.172, 0.01",
        "quarterly, 4, 8, NAIVE2, 10.029, 1.252, 0.01",
        "monthly, 12, 18, NAIVE2, 16.764, 1.038, 0.01",
        "other, 1, 8, NAIVE2, 6.302, 3.089, 0.01",
        "quarterly, 4, 8, SNAIVE, 11.065, 1.425, 0.01",
        "monthly, 12, 18, SNAIVE, 17.234, 1.146, 0.01",
        "quarterly, 4, 8, NAIVE, 11.323, 1.464, 0.01",
        "monthly, 12, 18, NAIVE, 18.181, 1.175, 0.01",
        "yearly, 1, 6, THETA, 16.723, 2.769, 0.5",
        "quarterly, 4, 8, THETA, 9.297, 1.126, 0.5",
        "monthly, 12, 18, THETA, 13.888, 0.863, 0.5",
        "other, 1, 8, THETA, 4.921, 2.271, 0.5"
    })
    void publishedFiguresAreMet(
            String set, int period, int horizon, Method method, double smape, double mase, double percent)
            throws IOException {
        // Given
        assumeTrue(Files.isDirectory(DATA), "the M3 series are not there");
        Map<String, double[]> train = read("m3-" + set + "-train.csv");
        Map<String, double[]> test = read("m3-" + set + "-test.csv");
        AccuracySummary summary = new AccuracySummary(0.95);

        // When
        train.forEach((id, history) -> {
            double[] actual = requireNonNull(test.get(id), id);
            assertThat(actual).as(id).hasSize(horizon);
            Forecast forecast = method.forecaster().forecast(history, period, horizon, 0.95);
            summary.add(
                    Errors.of(actual, forecast.mean()),
                    IntervalErrors.of(actual, forecast.interval(0.95)),
                    Scale.of(history, period));
        });

        // Then the figures are rounded to three decimals
        assertThat(summary.smape()).isCloseTo(smape, withPercentage(percent));
        assertThat(summary.mase()).isCloseTo(mase, withPercentage(percent + 0.05));
        assertThat(summary.coverage()).isBetween(0.91, 0.99);
    }

    private static Map<String, double[]> read(String file) throws IOException {
        try (Stream<String> lines = Files.lines(DATA.resolve(file))) {
            return lines.map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            cells -> cells[0],
                            cells -> Arrays.stream(cells)
                                    .skip(1)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        }
    }
}
