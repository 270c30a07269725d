package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemandRegressionTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 400;
    private static final int AHEAD = 28;

    @Test
    void leastSquaresMeetTheCertifiedValuesOfLongley() {
        // Given the data and certified values of NIST's Statistical Reference Datasets (Longley 1967)
        double[][] rows = {
            {60323, 83.0, 234289, 2356, 1590, 107608, 1947}, {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
            {60171, 88.2, 258054, 3682, 1616, 109773, 1949}, {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
            {63221, 96.2, 328975, 2099, 3099, 112075, 1951}, {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
            {64989, 99.0, 365385, 1870, 3547, 115094, 1953}, {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
            {66019, 101.2, 397469, 2904, 3048, 117388, 1955}, {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
            {68169, 108.4, 442769, 2936, 2798, 120445, 1957}, {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
            {68655, 112.6, 482704, 3813, 2552, 123366, 1959}, {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
            {69331, 115.7, 518173, 4806, 2572, 127852, 1961}, {70551, 116.9, 554894, 4007, 2827, 130081, 1962}
        };
        double[] values = Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
        double[][] columns = IntStream.range(0, 7)
                .mapToObj(j -> Arrays.stream(rows)
                        .mapToDouble(row -> j == 0 ? 1 : row[j])
                        .toArray())
                .toArray(double[][]::new);

        // When
        LeastSquares fit = LeastSquares.of(columns, values);

        // Then
        assertThat(fit.coefficients[0]).isCloseTo(-3482258.63459582, within(0.1));
        assertThat(fit.coefficients[1]).isCloseTo(15.0618722713733, within(1e-6));
        assertThat(fit.coefficients[6]).isCloseTo(1829.15146461355, within(1e-4));
        assertThat(Math.sqrt(fit.squares / 9)).isCloseTo(304.854073561965, within(1e-6));
    }

    @Test
    void whatMovesASeriesIsFound() {
        // Given days that sell 30 more on Saturdays, 50 on paydays, 40 by promotion, and 60 less for a price twice as
        // high
        List<Regressor> regressors = regressors(DAYS + AHEAD);
        double[] series = sales(regressors, new Random(1));
        series[17] = Double.NaN;

        // When
        DemandRegression regression = DemandRegression.of(series, 1, regressors);

        // Then
        assertThat(effect(regression, "Saturday").change()).isCloseTo(30, within(3.0));
        assertThat(effect(regression, "payday").change()).isCloseTo(50, within(4.0));
        assertThat(effect(regression, "promotion").change()).isCloseTo(40, within(4.0));
        assertThat(effect(regression, "price").change() * Math.log(2)).isCloseTo(-60, within(8.0));
        assertThat(effect(regression, "Tuesday").change())
                .isBetween(
                        -3 * effect(regression, "Tuesday").standardError(),
                        3 * effect(regression, "Tuesday").standardError());
    }

    @Test
    void theFutureFollowsItsRegressors() {
        // Given
        List<Regressor> regressors = regressors(DAYS + AHEAD);
        double[] all = sales(regressors, new Random(2), DAYS + AHEAD);

        // When
        Forecast forecast =
                DemandRegression.of(Arrays.copyOf(all, DAYS), 1, regressors).forecast(AHEAD, 0.95);

        // Then
        int covered = 0;
        for (int step = 1; step <= AHEAD; step++) {
            double actual = all[DAYS + step - 1];
            assertThat(forecast.mean(step)).isCloseTo(actual, within(20.0));
            covered += actual >= forecast.interval(0.95).lower(step)
                            && actual <= forecast.interval(0.95).upper(step)
                    ? 1
                    : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(AHEAD - 4);
    }

    @Test
    void anotherFutureCanBeAskedFor() {
        // Given
        List<Regressor> regressors = regressors(DAYS + AHEAD);
        DemandRegression regression = DemandRegression.of(sales(regressors, new Random(3)), 1, regressors);
        List<Regressor> promoted = new ArrayList<>(regressors);
        promoted.replaceAll(regressor ->
                regressor.name().equals("promotion") ? Regressor.promotion(ones(DAYS + AHEAD)) : regressor);

        // When
        Forecast asTold = regression.forecast(AHEAD);
        Forecast ifPromoted = regression.forecast(promoted, AHEAD);

        // Then
        double worth = effect(regression, "promotion").change();
        double already = regressors.get(regressors.size() - 1).value(DAYS);
        assertThat(ifPromoted.mean(1) - asTold.mean(1)).isCloseTo(worth * (1 - already), within(1e-6));
    }

    @Test
    void regressorsThatSayTheSameAreNotCountedTwice() {
        // Given
        double[] series = new Random(4).doubles(30).toArray();
        Regressor once = new Regressor(
                "once", IntStream.range(0, 35).mapToDouble(t -> t % 3).toArray());
        Regressor again = new Regressor(
                "again", IntStream.range(0, 35).mapToDouble(t -> 2 * (t % 3)).toArray());

        // When
        DemandRegression regression = DemandRegression.of(series, 0, List.of(once, again));

        // Then
        assertThat(regression.effects())
                .extracting(DemandRegression.Effect::name)
                .containsExactly("once");
        assertThat(regression.forecast(5).mean())
                .containsExactly(
                        DemandRegression.of(series, 0, List.of(once))
                                .forecast(5)
                                .mean(),
                        within(1e-9));
    }

    @Test
    void stepsOfAnyLengthCountTheirDays() {
        // When
        CalendarSteps months = new CalendarSteps(FIRST, ChronoUnit.MONTHS, 3);
        CalendarSteps weeks = new CalendarSteps(FIRST, ChronoUnit.WEEKS, 5);

        // Then: January 2024 had four Saturdays, four Sundays and five Tuesdays; its last week had three days
        assertThat(months.daysOfWeek().get(0).value(0)).isEqualTo(5);
        assertThat(months.daysOfWeek().get(4).value(0)).isEqualTo(4);
        assertThat(months.paydays(31).value(1)).isEqualTo(1);
        assertThat(weeks.months().get(0).value(4)).isEqualTo(4);
        assertThat(weeks.holidays(Set.of(FIRST, FIRST.plusDays(1), FIRST.plusDays(7)))
                        .value(0))
                .isEqualTo(2);
    }

    @Test
    void badRegressorsAreNamed() {
        // Given
        double[] series = {1, 2, 3, 4, 5};
        Regressor tooShort = new Regressor("weather", 1, 2, 3);
        DemandRegression regression = DemandRegression.of(series, 1, List.of(new Regressor("price", 1, 2, 1, 2, 1)));

        // When / Then
        assertThatThrownBy(() -> DemandRegression.of(series, 1, List.of(tooShort)))
                .hasMessageContaining("weather has 3 values; series and horizon take 5");
        assertThatThrownBy(() -> regression.forecast(2)).hasMessageContaining("price has 5 values");
        assertThatThrownBy(() -> regression.forecast(List.of(), 2)).hasMessageContaining("[price]");
        assertThatThrownBy(() -> DemandRegression.of(series, 7, List.of())).hasMessageContaining("degree");
        assertThatThrownBy(() -> Regressor.price(1, 0)).hasMessageContaining("position 1");
        assertThatThrownBy(() -> new Regressor("x", Double.NaN)).hasMessageContaining("x is NaN");
        assertThatThrownBy(() -> new CalendarSteps(FIRST, ChronoUnit.HOURS, 1)).hasMessageContaining("Hours");
        assertThatThrownBy(() -> new CalendarSteps(FIRST, ChronoUnit.DAYS, 1).paydays(0))
                .hasMessageContaining("0");
    }

    @Test
    void aBentSeriesIsContinuedByAPolynomial() {
        // Given
        double[] bent = IntStream.range(0, 40).mapToDouble(t -> 5 + 0.1 * t * t).toArray();

        // When
        double[] mean = Method.POLYNOMIAL.forecaster().forecast(bent, 1, 3).mean();
        double[] line = Method.LINEAR
                .forecaster()
                .forecast(new double[] {2, 4, 6, 8, 10, 12}, 1, 3)
                .mean();

        // Then
        assertThat(mean).containsExactly(new double[] {165, 173.1, 181.4}, within(1e-3));
        assertThat(line).containsExactly(new double[] {14, 16, 18}, within(1e-6));
    }

    @Test
    void hostileSeriesAreRegressedToFiniteNumbers() {
        // When / Then
        SeriesFixtures.hostile().forEach((name, series) -> {
            List<Regressor> regressors = regressors(series.length + 5);
            Forecast forecast = DemandRegression.of(series, 2, regressors).forecast(5, 0.95);
            assertThat(Arrays.stream(forecast.mean())).as(name).allMatch(Double::isFinite);
            assertThat(Arrays.stream(forecast.interval(0.95).upper())).as(name).allMatch(Double::isFinite);
        });
    }

    private static List<Regressor> regressors(int steps) {
        CalendarSteps calendar = new CalendarSteps(FIRST, ChronoUnit.DAYS, steps);
        List<Regressor> regressors = new ArrayList<>(calendar.daysOfWeek());
        regressors.add(calendar.paydays(15, 31));
        regressors.add(Regressor.price(
                IntStream.range(0, steps).mapToDouble(t -> t % 50 < 25 ? 8 : 10).toArray()));
        regressors.add(Regressor.promotion(
                IntStream.range(0, steps).mapToDouble(t -> t % 30 < 4 ? 1 : 0).toArray()));
        return regressors;
    }

    private static double[] sales(List<Regressor> regressors, Random random) {
        return sales(regressors, random, DAYS);
    }

    private static double[] sales(List<Regressor> regressors, Random random, int days) {
        double[] sales = new double[days];
        double error = 0;
        for (int t = 0; t < days; t++) {
            error = 0.5 * error + 5 * random.nextGaussian();
            sales[t] = 400 + 0.1 * t + error;
            for (Regressor regressor : regressors) {
                sales[t] += regressor.value(t)
                        * switch (regressor.name()) {
                            case "Saturday" -> 30;
                            case "payday" -> 50;
                            case "promotion" -> 40;
                            case "price" -> -60 / Math.log(2);
                            default -> 0;
                        };
            }
        }
        return sales;
    }

    private static double[] ones(int steps) {
        double[] ones = new double[steps];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static DemandRegression.Effect effect(DemandRegression regression, String name) {
        return regression.effects().stream()
                .filter(effect -> effect.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
