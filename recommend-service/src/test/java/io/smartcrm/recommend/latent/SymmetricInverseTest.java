package io.smartcrm.recommend.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricInverseTest {
    @ParameterizedTest(name = "{0} rows")
    @ValueSource(ints = {1, 3, 63, 64, 65, 200})
    void aMatrixTimesItsInverseIsOne(int n) {
        // Given
        float[][] matrix = positiveDefinite(n);
        float[][] inverse = new float[n][];
        for (int row = 0; row < n; row++) {
            inverse[row] = matrix[row].clone();
        }

        // When
        SymmetricInverse.invert(inverse);

        // Then
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                float product = Vectors.dot(matrix[row], inverse[column]);
                assertThat(product).isCloseTo(row == column ? 1 : 0, within(2e-4f));
            }
        }
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> SymmetricInverse.invert(new float[][] {{1, 0}, {2, 1}}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("row 1");
    }

    private static float[][] positiveDefinite(int n) {
        Random random = new Random(n);
        float[][] rows = new float[2 * n][n];
        for (float[] row : rows) {
            for (int at = 0; at < n; at++) {
                row[at] = (float) random.nextGaussian();
            }
        }
        float[][] gram = Vectors.gram(rows, n, 1f / n);
        for (int at = 0; at < n; at++) {
            gram[at][at] += 1;
        }
        return gram;
    }
}
