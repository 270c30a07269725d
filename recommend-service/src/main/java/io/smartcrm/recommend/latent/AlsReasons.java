package io.smartcrm.recommend.latent;

import io.smartcrm.recommend.collaborative.Contribution;
import java.util.ArrayList;
import java.util.List;

/**
 * Which choices of one history made a score: a score is linear in the choices once the customer's weights are fixed (Hu,
 * Koren and Volinsky 2008, section 5). The equations are inverted once for the history, so that each further item costs
 * little.
 */
public final class AlsReasons {
    private final float[][] factors;
    private final LeastSquares.Row row;
    private final float[][] inverse;

    AlsReasons(float[][] factors, float[][] gram, LeastSquares.Row row) {
        this.factors = factors;
        this.row = row;
        this.inverse = new float[gram.length][];
        for (int i = 0; i < gram.length; i++) {
            inverse[i] = gram[i].clone();
            inverse[i][i] += row.regularisation();
        }
        for (int entry = row.from(); entry < row.to(); entry++) {
            float[] factor = factors[row.columns()[entry]];
            for (int i = 0; i < inverse.length; i++) {
                Vectors.add(row.confidences()[entry] * factor[i], factor, inverse[i]);
            }
        }
        SymmetricInverse.invert(inverse);
    }

    /**
     * The choices that speak for an item, in the order of the history. Over all choices the amounts, with those below
     * zero, add up to the score.
     */
    public List<Contribution> of(int item) {
        float[] seen = new float[inverse.length];
        Vectors.product(inverse, factors[item], seen);
        List<Contribution> contributions = new ArrayList<>();
        for (int entry = row.from(); entry < row.to(); entry++) {
            int chosen = row.columns()[entry];
            float amount = row.confidences()[entry] * Vectors.dot(factors[chosen], seen);
            if (amount > 0) {
                contributions.add(new Contribution(chosen, amount));
            }
        }
        return contributions;
    }
}
