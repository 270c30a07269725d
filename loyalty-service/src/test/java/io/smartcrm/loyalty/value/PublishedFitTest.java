package io.smartcrm.loyalty.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smartcrm.loyalty.value.TransactionModel.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The CDNOW sample (2,357 customers, 39 weeks), fitted to the figures that are published for it; skipped when the file is not
 * at {@code ../shared/data} beside the project.
 */
class PublishedFitTest {
    private static final Path DATA = Path.of("../../shared/data/cdnow/CDNOW_sample.txt");
    private static final LocalDate END = LocalDate.parse("1997-09-30");
    private static final double WEEK = 7;

    private static Histories histories;
    private static int[] repeats;
    private static double[] means;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isReadable(DATA), DATA + " is not there: nothing to compare with");
        Map<String, TreeMap<LocalDate, Double>> customers = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DATA)) {
            String[] cells = line.strip().split("\\s+", -1);
            LocalDate day = LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE);
            if (!day.isAfter(END)) {
                customers
                        .computeIfAbsent(cells[0], id -> new TreeMap<>())
                        .merge(day, Double.parseDouble(cells[4]), Double::sum);
            }
        }
        int n = customers.size();
        int[] x = new int[n];
        double[] last = new double[n];
        double[] length = new double[n];
        double[] mean = new double[n];
        int i = 0;
        for (TreeMap<LocalDate, Double> days : customers.values()) {
            LocalDate first = days.firstKey();
            x[i] = days.size() - 1;
            last[i] = (days.lastKey().toEpochDay() - first.toEpochDay()) / WEEK;
            length[i] = (END.toEpochDay() - first.toEpochDay()) / WEEK;
            mean[i] = days.tailMap(first, false).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
            i++;
        }
        histories = Histories.of(x, last, length);
        repeats = Arrays.stream(x).filter(count -> count > 0).toArray();
        means = Arrays.stream(mean).filter(value -> value > 0).toArray();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BGNBD, 0.24259, 4.41360, 0.79292, 2.42591, -9582.4292",
        "MBGNBD, 0.52484, 6.18308, 0.89136, 1.61400, -9582.1357",
        "PARETONBD, 0.55328, 10.57768, 0.60624, 11.66872, -9594.9762"
    })
    void parametersAreThePublishedOnes(
            Kind kind, double first, double second, double third, double fourth, double logLikelihood) {
        // When
        ModelFit fit = ModelFit.of(kind, histories);

        // Then
        assertThat(fit.customers()).isEqualTo(2357);
        assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, within(1e-3));
        assertThat(fit.model().parameters()).containsExactly(new double[] {first, second, third, fourth}, within(1e-4));
    }

    @Test
    void amountsAreThePublishedOnes() {
        // When
        GammaGamma.Fit fit = GammaGamma.fit(repeats, means);

        // Then
        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.model().parameters()).containsExactly(new double[] {6.24957, 3.74422, 15.44352}, within(2e-4));
    }

    @Test
    void drawsSurroundTheFit() {
        // Given
        ModelFit fit = ModelFit.of(Kind.BGNBD, histories);

        // When
        double[] r = fit.draws(histories, 400, 1).stream()
                .mapToDouble(draw -> draw.parameters()[0])
                .sorted()
                .toArray();

        // Then
        double error = (r[390] - r[10]) / (2 * 1.96);
        assertThat(r[200]).isCloseTo(0.2426, within(0.005));
        assertThat(error).isBetween(0.008, 0.018);
    }
}
