package io.smartcrm.loyalty.uplift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpliftTest {
    /** Table II of Newcombe 1998, method 10. */
    @ParameterizedTest(name = "{0} of {1} against {2} of {3}")
    @CsvSource({
        "56, 70, 48, 80,  0.2,    0.0524, 0.3339",
        " 9, 10,  3, 10,  0.6,    0.1705, 0.8090",
        " 6,  7,  2,  7,  0.5714, 0.0582, 0.8062",
        " 5, 56,  0, 29,  0.0893, -0.0381, 0.1926",
        " 0, 10,  0, 20,  0,      -0.1611, 0.2775",
        " 0, 10,  0, 10,  0,      -0.2775, 0.2775",
        "10, 10,  0, 20,  1,      0.6791, 1",
        "10, 10,  0, 10,  1,      0.6075, 1"
    })
    void differencesOfSharesAreThoseOfThePaper(
            long hits, long of, long otherHits, long otherOf, double value, double low, double high) {
        // When
        Estimate difference = Proportions.difference(hits, of, otherHits, otherOf);

        // Then
        assertThat(difference.value()).isCloseTo(value, within(5e-5));
        assertThat(difference.low()).isCloseTo(low, within(5e-5));
        assertThat(difference.high()).isCloseTo(high, within(5e-5));
    }

    /** Of every table of Student's t. */
    @ParameterizedTest(name = "{0} degrees of freedom")
    @CsvSource({"1, 12.7062", "2, 4.3027", "5, 2.5706", "10, 2.2281", "30, 2.0423", "120, 1.9799", "100000, 1.9600"})
    void quantilesAreThoseOfTheTables(double freedom, double quantile) {
        // When // Then
        assertThat(StudentT.quantile975(freedom)).isCloseTo(quantile, within(5e-5));
    }

    /** Student's sleep data, the two drugs as if independent: R's t.test gives t = 1.8608, df = 17.776, -0.205 to 3.365. */
    @Test
    void aDifferenceOfMeansIsThatOfTheSleepData() {
        // Given
        Group second = group(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);
        Group first = group(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);

        // When
        Estimate difference = Means.difference(second, first);

        // Then
        assertThat(difference.value()).isCloseTo(1.58, within(1e-9));
        assertThat(difference.low()).isCloseTo(-0.2054832, within(1e-6));
        assertThat(difference.high()).isCloseTo(3.3654832, within(1e-6));
        assertThat(difference.significant()).isFalse();
    }

    private static Group group(double... spent) {
        double sum = 0;
        double squares = 0;
        long buyers = 0;
        for (double one : spent) {
            sum += one;
            squares += one * one;
            buyers += one > 0 ? 1 : 0;
        }
        return new Group(spent.length, buyers, sum, squares);
    }

    /** A strategy that makes 5 of 100 more buy, for 4,000 each: of 400 trials the intervals cover the truth in about 95 %. */
    @Test
    void intervalsCoverWhatIsTrueAsOftenAsTheySay() {
        // Given
        var random = new Random(7);
        int conversionCovered = 0;
        int spendingCovered = 0;

        // When
        for (int trial = 0; trial < 400; trial++) {
            Uplift uplift = Uplift.of(sample(random, 1800, 0.25), sample(random, 200, 0.20))
                    .orElseThrow();
            conversionCovered += covers(uplift.conversion(), 0.05) ? 1 : 0;
            spendingCovered += covers(uplift.spending(), 200) ? 1 : 0;
        }

        // Then
        assertThat(conversionCovered).isBetween(366, 394);
        assertThat(spendingCovered).isBetween(366, 394);
    }

    private static boolean covers(Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high();
    }

    /** Each buyer spends 4,000 in the mean, from 2,000 to 6,000. */
    private static Group sample(Random random, int customers, double conversion) {
        double[] spent = new double[customers];
        for (int i = 0; i < customers; i++) {
            spent[i] = random.nextDouble() < conversion ? 2000 + 4000 * random.nextDouble() : 0;
        }
        return group(spent);
    }

    @Test
    void groupsTooSmallToTellGiveNoAnswer() {
        // When // Then
        assertThat(Uplift.of(group(1, 2, 3), Group.EMPTY)).isEmpty();
        assertThat(Uplift.of(group(1, 2, 3), group(1))).isEmpty();
    }
}
