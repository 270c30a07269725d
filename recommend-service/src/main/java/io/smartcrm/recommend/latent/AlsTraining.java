package io.smartcrm.recommend.latent;

import io.smartcrm.recommend.collaborative.Interactions;
import io.smartcrm.recommend.collaborative.SparseMatrix;
import java.util.Random;

/** Factors of both sides while they are learned: in an epoch each side is solved for with the other held. */
public final class AlsTraining {
    private final AlsSettings settings;
    private final SparseMatrix byCustomer;
    private final SparseMatrix byItem;
    private final float[][] customers;
    private final float[][] items;

    /** @param asOf the time of training in seconds since 1970, from which pairs fade */
    public AlsTraining(Interactions interactions, long asOf, AlsSettings settings) {
        this.settings = settings;
        this.byCustomer = settings.emphasis().of(interactions, asOf);
        this.byItem = byCustomer.transposed();
        Random random = new Random(settings.seed());
        this.customers = start(byCustomer.rows(), settings.factors(), random);
        this.items = start(byItem.rows(), settings.factors(), random);
    }

    private static float[][] start(int rows, int factors, Random random) {
        float[][] start = new float[rows][factors];
        double spread = .1 / Math.sqrt(factors);
        for (float[] row : start) {
            for (int at = 0; at < factors; at++) {
                row[at] = (float) (spread * random.nextGaussian());
            }
        }
        return start;
    }

    /** Solves for the customers, then for the items. */
    public void epoch() {
        improve(byCustomer, customers, items);
        improve(byItem, items, customers);
    }

    /** The factors of the items; not a copy. */
    float[][] itemFactors() {
        return items;
    }

    private void improve(SparseMatrix pairs, float[][] factors, float[][] others) {
        float[][] gram = Vectors.gram(others, settings.factors(), (float) settings.unobserved());
        LeastSquares equations = new LeastSquares(others, gram);
        int[] columns = new int[pairs.entries()];
        float[] confidences = new float[pairs.entries()];
        for (int entry = 0; entry < columns.length; entry++) {
            columns[entry] = pairs.column(entry);
            confidences[entry] = pairs.value(entry);
        }
        for (int line = 0; line < pairs.rows(); line++) {
            LeastSquares.Row row =
                    row(settings, columns, confidences, pairs.start(line), pairs.end(line), pairs.columns());
            equations.improve(row, equations.wanted(row), factors[line], settings.steps());
        }
    }

    /** @param others number of rows on the other side */
    static LeastSquares.Row row(
            AlsSettings settings, int[] columns, float[] confidences, int from, int to, int others) {
        double weight = settings.unobserved() * others;
        for (int entry = from; entry < to; entry++) {
            weight += confidences[entry];
        }
        return new LeastSquares.Row(columns, confidences, from, to, (float) (settings.regularisation() * weight));
    }
}
