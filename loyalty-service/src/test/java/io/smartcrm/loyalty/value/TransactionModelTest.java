package io.smartcrm.loyalty.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.loyalty.value.TransactionModel.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionModelTest {
    /** Fader, Hardie and Lee (2005), table 2. */
    private static final TransactionModel CDNOW = new BgNbd(false, 0.243, 4.414, 0.793, 2.426);

    @Test
    void aCustomerBuysAsThePaperSays() {
        assertThat(CDNOW.expected(2, 30.43, 38.86, 39)).isCloseTo(1.226, within(5e-4));
        assertThat(CDNOW.alive(2, 30.43, 38.86)).isCloseTo(0.7266, within(1e-4));
        assertThat(CDNOW.expected(26, 30.86, 31, 52)).isCloseTo(25.758, within(1e-3));
    }

    @Test
    void whoBoughtOnceIsAliveByBgNbdAndPerhapsNotByTheModifiedModel() {
        assertThat(CDNOW.alive(0, 0, 38.86)).isEqualTo(1);
        assertThat(new BgNbd(true, 0.525, 6.183, 0.891, 1.614).alive(0, 0, 38.86))
                .isBetween(0.1, 0.9);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void derivativesAreThoseOfTheLikelihood(Kind kind) {
        // Given
        Histories histories =
                Histories.of(new int[] {0, 0, 1, 2, 5, 2, 30}, new double[] {0, 0, 3, 20, 38, 20, 39.5}, new double[] {
                    39, 12, 35, 30, 38.86, 30, 40
                });
        for (double[] parameters : new double[][] {{0.3, 5, 0.8, 2.5}, {0.8, 3, 0.6, 12}}) {
            double[] gradient = new double[4];

            // When
            kind.with(parameters).logLikelihood(histories, gradient);

            // Then
            for (int i = 0; i < parameters.length; i++) {
                double step = 1e-6 * parameters[i];
                double above = shifted(kind, parameters, i, step, histories);
                double below = shifted(kind, parameters, i, -step, histories);
                assertThat(gradient[i]).isCloseTo((above - below) / (2 * step), within(1e-4));
            }
        }
    }

    private static double shifted(Kind kind, double[] parameters, int index, double step, Histories histories) {
        double[] moved = parameters.clone();
        moved[index] += step;
        return kind.with(moved).logLikelihood(histories, new double[4]);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theLongerTheSilenceTheLessAliveIsACustomer(Kind kind) {
        // Given
        TransactionModel model = kind.with(new double[] {0.55, 10.6, 0.6, 11.7});

        // When
        double after10 = model.alive(3, 20, 30);
        double after50 = model.alive(3, 20, 70);

        // Then
        assertThat(after50).isLessThan(after10).isBetween(0.0, 1.0);
        assertThat(model.expected(3, 20, 30, 52)).isGreaterThan(model.expected(3, 20, 30, 26));
        assertThat(model.expected(52)).isGreaterThan(model.expected(26)).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void equalHistoriesAreCountedOnce(Kind kind) {
        // Given
        Histories twice = Histories.of(new int[] {1, 1}, new double[] {3, 3}, new double[] {35, 35});
        Histories once = Histories.of(new int[] {1}, new double[] {3}, new double[] {35});
        TransactionModel model = kind.with(new double[] {0.5, 5, 0.8, 2.5});

        // When
        double both = model.logLikelihood(twice, new double[4]);

        // Then
        assertThat(twice.rows()).isEqualTo(1);
        assertThat(both).isCloseTo(2 * model.logLikelihood(once, new double[4]), within(1e-12));
    }

    @Test
    void historiesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Histories.of(new int[] {1}, new double[] {40}, new double[] {39}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("history 0");
        assertThatThrownBy(() -> ModelFit.of(
                        Kind.BGNBD, Histories.of(new int[] {0, 0}, new double[] {0, 0}, new double[] {39, 12})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("second time");
    }

    @Test
    void laterMoneyIsWorthLess() {
        // Given
        Outlook year = new Outlook(52, 52, 0.1, 1);
        Outlook free = new Outlook(52, 52, 0, 1);

        // When
        double discounted = year.discounted(CDNOW, 2, 30.43, 38.86);

        // Then
        assertThat(free.discounted(CDNOW, 2, 30.43, 38.86))
                .isCloseTo(CDNOW.expected(2, 30.43, 38.86, 52), within(1e-9));
        assertThat(discounted)
                .isBetween(0.9 * CDNOW.expected(2, 30.43, 38.86, 52), CDNOW.expected(2, 30.43, 38.86, 52));
    }

    @Test
    void amountsLieBetweenTheCustomersOwnAndEverybodys() {
        // Given
        var model = new GammaGamma(6.25, 3.74, 15.44);
        double everybody = model.expected(0, 0);

        // When
        double once = model.expected(1, 100);
        double often = model.expected(20, 100);

        // Then
        assertThat(everybody).isCloseTo(6.25 * 15.44 / 2.74, within(1e-9));
        assertThat(once).isBetween(everybody, often);
        assertThat(often).isLessThan(100);
    }
}
