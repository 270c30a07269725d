package io.smartcrm.recommend.recognition;

import java.util.List;
import java.util.Random;

/** Fits a {@link Crf} by the gradient of the conditional likelihood, a step a sequence, steps by AdaGrad (Duchi 2011). */
final class CrfTraining {
    private static final double STEP = .3;
    private static final double START = 1e-2;
    /** Pulls weights towards zero, for each step on the features it meets. */
    private static final double RIDGE = 1e-4;

    private final Crf crf;
    private final float[] stateSquares;
    private final float[] stepSquares;

    private CrfTraining(Crf crf) {
        this.crf = crf;
        this.stateSquares = new float[crf.states().length];
        this.stepSquares = new float[crf.steps().length];
    }

    /** One text with its labels. */
    @SuppressWarnings("ArrayRecordComponent")
    record Labelled(int[][] features, int[] labels) {}

    /** Sequences for one round; each round may see other features of the same texts. */
    @FunctionalInterface
    interface Rounds {
        List<Labelled> of(int round);
    }

    static Crf fit(int features, int labels, int rounds, long seed, Rounds sequences) {
        Crf crf = new Crf(features, labels);
        CrfTraining training = new CrfTraining(crf);
        Random random = new Random(seed);
        for (int round = 0; round < rounds; round++) {
            List<Labelled> all = sequences.of(round);
            for (int at : order(all.size(), random)) {
                training.learn(all.get(at));
            }
        }
        return crf;
    }

    private static int[] order(int size, Random random) {
        int[] order = new int[size];
        for (int at = 0; at < size; at++) {
            int other = random.nextInt(at + 1);
            order[at] = order[other];
            order[other] = at;
        }
        return order;
    }

    private void learn(Labelled sequence) {
        if (sequence.labels().length == 0) {
            return;
        }
        Crf.Lattice lattice = crf.lattice(sequence.features());
        double[][] chances = lattice.chances();
        int labels = crf.labels();
        for (int at = 0; at < sequence.labels().length; at++) {
            int truth = sequence.labels()[at];
            if (at > 0) {
                double[] pairs = lattice.stepChances(at);
                pairs[sequence.labels()[at - 1] * labels + truth] -= 1;
                for (int pair = 0; pair < pairs.length; pair++) {
                    move(crf.steps(), stepSquares, pair, pairs[pair]);
                }
            }
            chances[at][truth] -= 1;
            for (int feature : sequence.features()[at]) {
                for (int label = 0; label < labels; label++) {
                    move(crf.states(), stateSquares, feature * labels + label, chances[at][label]);
                }
            }
        }
    }

    private static void move(float[] weights, float[] squares, int at, double slope) {
        double gradient = slope + RIDGE * weights[at];
        if (Math.abs(gradient) < 1e-7) {
            return;
        }
        squares[at] += (float) (gradient * gradient);
        weights[at] -= (float) (STEP * gradient / Math.sqrt(START + squares[at]));
    }
}
