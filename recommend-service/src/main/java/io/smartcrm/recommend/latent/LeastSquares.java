package io.smartcrm.recommend.latent;

/**
 * Solves the normal equations of one row of the factorisation by conjugate gradients: {@code (a G + l I + sum of c_e f_e
 * f_e^T) x = sum of c_e f_e} over the row's entries e with confidence c and factors f. The matrix is never formed (Takács,
 * Pilászy and Tikk 2011): one step costs two passes over the entries' factors and one over the Gram matrix G. Keeps
 * working space, so one instance serves one thread.
 */
final class LeastSquares {
    /** Of the right side's square that may be left. */
    private static final double PRECISION = 1e-10;

    private final float[][] factors;
    private final float[][] gram;
    private final int size;
    private final float[] residual;
    private final float[] direction;
    private final float[] image;

    /**
     * @param factors of the other side
     * @param gram products of all these factors, times the weight of what was not chosen
     */
    LeastSquares(float[][] factors, float[][] gram) {
        this.factors = factors;
        this.gram = gram;
        this.size = gram.length;
        this.residual = new float[size];
        this.direction = new float[size];
        this.image = new float[size];
    }

    /** The entries of one row: which factors, with what confidence. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(int[] columns, float[] confidences, int from, int to, float regularisation) {}

    /** The right side of the equations: what the row chose. */
    float[] wanted(Row row) {
        float[] wanted = new float[size];
        for (int entry = row.from(); entry < row.to(); entry++) {
            Vectors.add(row.confidences()[entry], factors[row.columns()[entry]], wanted);
        }
        return wanted;
    }

    /**
     * Improves a solution by at most so many steps.
     *
     * @param solution where to start and where the result goes
     */
    void improve(Row row, float[] wanted, float[] solution, int steps) {
        System.arraycopy(solution, 0, direction, 0, size);
        apply(row);
        for (int i = 0; i < size; i++) {
            residual[i] = wanted[i] - image[i];
        }
        float square = Vectors.dot(residual, residual);
        System.arraycopy(residual, 0, direction, 0, size);
        double enough = PRECISION * Vectors.dot(wanted, wanted);
        for (int step = 0; step < steps && square > enough; step++) {
            apply(row);
            float stride = square / Vectors.dot(direction, image);
            Vectors.add(stride, direction, solution);
            Vectors.add(-stride, image, residual);
            float next = Vectors.dot(residual, residual);
            float kept = next / square;
            for (int i = 0; i < size; i++) {
                direction[i] = residual[i] + kept * direction[i];
            }
            square = next;
        }
    }

    /** The solution without a start, exact but for rounding. */
    float[] solve(Row row, float[] wanted) {
        float[] solution = new float[size];
        improve(row, wanted, solution, 2 * size);
        return solution;
    }

    /** Image of the direction under the matrix of the equations. */
    private void apply(Row row) {
        Vectors.product(gram, direction, image);
        Vectors.add(row.regularisation(), direction, image);
        for (int entry = row.from(); entry < row.to(); entry++) {
            float[] factor = factors[row.columns()[entry]];
            Vectors.add(row.confidences()[entry] * Vectors.dot(factor, direction), factor, image);
        }
    }
}
