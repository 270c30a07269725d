package io.smartcrm.forecast.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
    /** A whole (0) of two categories (1, 2), two products (3, 4) in the first, three (5, 6, 7) in the second. */
    private static final Hierarchy SHOP = Hierarchy.of(-1, 0, 0, 1, 1, 2, 2, 2);

    private static final int[][] LEAVES_BELOW = {{3, 4, 5, 6, 7}, {3, 4}, {5, 6, 7}, {3}, {4}, {5}, {6}, {7}};

    @ParameterizedTest
    @EnumSource
    void sumsAreTheSumsOfTheirParts(Reconciliation reconciliation) {
        // Given
        Random random = new Random(1);
        double[][] means = random(random, 6, 20);

        // When
        double[][] reconciled = reconciliation.of(SHOP, means, random(random, 30, 5), false);

        // Then
        for (int node = 0; node < SHOP.size(); node++) {
            for (int step = 0; step < 6; step++) {
                assertThat(reconciled[node][step]).isCloseTo(sumOfLeaves(reconciled, node, step), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAddsUpAlreadyStays(Reconciliation reconciliation) {
        // Given
        Random random = new Random(2);
        double[][] means = random(random, 2, 20);
        SHOP.addUp(means);

        // When
        double[][] reconciled = reconciliation.of(SHOP, means, random(random, 30, 5), false);

        // Then
        for (int node = 0; node < SHOP.size(); node++) {
            assertThat(reconciled[node]).containsExactly(means[node], within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void demandIsNeverBelowZeroAndStillAddsUp(Reconciliation reconciliation) {
        // Given
        double[][] means = {{1}, {0}, {9}, {4}, {-3}, {1}, {0}, {2}};

        // When
        double[][] reconciled = reconciliation.of(SHOP, means, random(new Random(3), 10, 1), true);

        // Then
        assertThat(Arrays.asList(reconciled))
                .allSatisfy(row -> assertThat(row[0]).isNotNegative());
        assertThat(reconciled[0][0]).isCloseTo(sumOfLeaves(reconciled, 0, 0), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void everySplitOfTheWholeAddsUpToIt(Reconciliation reconciliation) {
        // Given products, three countries and two channels that all say something else
        Hierarchy split = SHOP.splitAlso(3, 2);
        Random random = new Random(11);
        double[][] means = new double[split.size()][4];
        double[][] errors = new double[split.size()][20];
        for (int node = 0; node < split.size(); node++) {
            Arrays.setAll(means[node], step -> 50 + 10 * random.nextGaussian());
            Arrays.setAll(errors[node], step -> random.nextGaussian());
        }

        // When
        double[][] reconciled = reconciliation.of(split, means, errors, true);

        // Then
        for (int step = 0; step < 4; step++) {
            double whole = reconciled[0][step];
            assertThat(sumOfLeaves(reconciled, 0, step)).isCloseTo(whole, within(1e-9));
            assertThat(reconciled[8][step] + reconciled[9][step] + reconciled[10][step])
                    .isCloseTo(whole, within(1e-9));
            assertThat(reconciled[11][step] + reconciled[12][step]).isCloseTo(whole, within(1e-9));
        }
    }

    @Test
    void theLeastVarianceLearnsOfTheWholeFromEachSplit() {
        // Given a whole that nobody could forecast, and two splits that are surer of it
        Hierarchy split = Hierarchy.of(-1, 0, 0).splitAlso(2);
        double[][] means = {{100}, {60}, {60}, {70}, {70}};
        double[][] errors = {
            {100, -100, 100, -100},
            {1, 1, -1, -1},
            {1, -1, -1, 1},
            {3, 3, 3, 3},
            {3, -3, 3, -3}
        };

        // When
        double[][] reconciled = Reconciliation.MIN_TRACE.of(split, means, errors, true);

        // Then products are trusted most, countries some, the whole hardly
        assertThat(reconciled[0][0]).isBetween(120.0, 126.0);
        assertThat(reconciled[3][0] + reconciled[4][0]).isCloseTo(reconciled[0][0], within(1e-9));
    }

    @Test
    void bottomUpTrustsTheProducts() {
        // Given
        double[][] means = {{100}, {50}, {50}, {1}, {2}, {3}, {4}, {5}};

        // When
        double[][] reconciled = Reconciliation.BOTTOM_UP.of(SHOP, means, new double[8][0], true);

        // Then
        assertThat(reconciled).isDeepEqualTo(new double[][] {{15}, {3}, {12}, {1}, {2}, {3}, {4}, {5}});
    }

    @Test
    void topDownTrustsTheWholeAndSplitsItAsThePartsWereForecast() {
        // Given
        double[][] means = {{100}, {30}, {20}, {1}, {3}, {0}, {0}, {0}};

        // When
        double[][] reconciled = Reconciliation.TOP_DOWN.of(SHOP, means, new double[8][0], true);

        // Then what nobody forecast is split evenly
        assertThat(reconciled[1][0]).isCloseTo(60, within(1e-9));
        assertThat(reconciled[3][0]).isCloseTo(15, within(1e-9));
        assertThat(reconciled[4][0]).isCloseTo(45, within(1e-9));
        assertThat(reconciled[6][0]).isCloseTo(40 / 3.0, within(1e-9));
    }

    @Test
    void minimumTraceIsWhatItsDefinitionGives() {
        // Given errors that move together
        Random random = new Random(4);
        double[][] means = random(random, 1, 20);
        double[][] errors = random(random, 25, 3);
        SHOP.addUp(errors);
        for (double[] row : errors) {
            for (int t = 0; t < row.length; t++) {
                row[t] += random.nextGaussian();
            }
        }

        // When
        double[][] reconciled = Reconciliation.MIN_TRACE.of(SHOP, means, errors, false);

        // Then it is S (S'W^-1 S)^-1 S'W^-1 y, written out
        double[][] inverse = inverse(shrunkCovariance(errors));
        double[][] normal = new double[5][5];
        double[] right = new double[5];
        for (int a = 0; a < 5; a++) {
            for (int i = 0; i < 8; i++) {
                for (int j = 0; j < 8; j++) {
                    right[a] += isIn(3 + a, i) * inverse[i][j] * means[j][0];
                    for (int b = 0; b < 5; b++) {
                        normal[a][b] += isIn(3 + a, i) * inverse[i][j] * isIn(3 + b, j);
                    }
                }
            }
        }
        double[] leaves = Cholesky.of(normal).solve(right);
        for (int leaf = 0; leaf < 5; leaf++) {
            assertThat(reconciled[3 + leaf][0]).isCloseTo(leaves[leaf], within(1e-3));
        }
    }

    @Test
    void minimumTraceTrustsWhoErredLess() {
        // Given a whole that was always right and products that were not
        Random random = new Random(5);
        double[][] means = {{100}, {48}, {48}, {24}, {24}, {16}, {16}, {16}};
        double[][] errors = random(random, 60, 4);
        errors[0] = new double[60];

        // When
        double[][] reconciled = Reconciliation.MIN_TRACE.of(SHOP, means, errors, true);

        // Then
        assertThat(reconciled[0][0]).isCloseTo(100, within(0.1));
    }

    @Test
    void seriesThatNeverErredAreReconciledToo() {
        // Given
        double[][] means = {{10}, {3}, {3}, {1}, {1}, {1}, {1}, {1}};

        // When
        double[][] reconciled = Reconciliation.MIN_TRACE.of(SHOP, means, new double[8][20], true);

        // Then
        assertThat(reconciled[0][0]).isBetween(5.0, 10.0).isCloseTo(sumOfLeaves(reconciled, 0, 0), within(1e-9));
    }

    @Test
    void correlationsAreShrunkAsMuchAsTheyAreNoise() {
        // Given
        Random random = new Random(6);
        double[][] independent = random(random, 20, 1);
        double[][] together = new double[8][20];
        for (int t = 0; t < 20; t++) {
            double common = random.nextGaussian();
            for (double[] row : together) {
                row[t] = common + 0.1 * random.nextGaussian();
            }
        }

        // When
        double ofIndependent = MinimumTrace.shrinkage(independent, variances(independent));
        double ofTogether = MinimumTrace.shrinkage(together, variances(together));

        // Then it agrees with the sums over all pairs
        assertThat(ofIndependent)
                .isCloseTo(shrinkageByPairs(independent), within(1e-9))
                .isGreaterThan(0.5);
        assertThat(ofTogether)
                .isCloseTo(shrinkageByPairs(together), within(1e-9))
                .isLessThan(0.1);
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(-1, -1))
                .withMessageContaining("one may");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(-1, 2, 1))
                .withMessageContaining("itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hierarchy.of(-1, 7))
                .withMessageContaining("no parent 7");
    }

    private static double[][] random(Random random, int columns, double size) {
        double[][] rows = new double[8][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] =
                    random.doubles(columns).map(value -> size * (value - 0.5)).toArray();
        }
        return rows;
    }

    private static double sumOfLeaves(double[][] values, int node, int step) {
        return Arrays.stream(LEAVES_BELOW[node])
                .mapToDouble(leaf -> values[leaf][step])
                .sum();
    }

    private static double isIn(int leaf, int node) {
        return Arrays.stream(LEAVES_BELOW[node]).anyMatch(below -> below == leaf) ? 1 : 0;
    }

    private static double[] variances(double[][] errors) {
        return Arrays.stream(errors)
                .mapToDouble(row ->
                        Arrays.stream(row).map(error -> error * error).average().orElse(0))
                .toArray();
    }

    private static double[][] shrunkCovariance(double[][] errors) {
        double shrinkage = shrinkageByPairs(errors);
        double[][] covariance = new double[8][8];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                for (int t = 0; t < errors[0].length; t++) {
                    covariance[i][j] += errors[i][t] * errors[j][t] / errors[0].length * (i == j ? 1 : 1 - shrinkage);
                }
            }
        }
        return covariance;
    }

    private static double shrinkageByPairs(double[][] errors) {
        double[] variances = variances(errors);
        int steps = errors[0].length;
        double noise = 0;
        double correlations = 0;
        for (int i = 0; i < errors.length; i++) {
            for (int j = 0; j < errors.length; j++) {
                double sum = 0;
                double squares = 0;
                for (int t = 0; t < steps; t++) {
                    double product = errors[i][t] * errors[j][t] / Math.sqrt(variances[i] * variances[j]);
                    sum += product;
                    squares += product * product;
                }
                if (i != j) {
                    noise += (squares - sum * sum / steps) / (steps * (steps - 1.0));
                    correlations += sum * sum / steps / steps;
                }
            }
        }
        return Math.min(1, noise / correlations);
    }

    private static double[][] inverse(double[][] matrix) {
        Cholesky parts = Cholesky.of(matrix);
        double[][] inverse = new double[8][];
        for (int i = 0; i < 8; i++) {
            double[] unit = new double[8];
            unit[i] = 1;
            inverse[i] = parts.solve(unit);
        }
        return inverse;
    }
}
