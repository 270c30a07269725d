package io.smartcrm.customer.matching;

import java.util.Arrays;

/**
 * Learns a {@link MatchModel} from pairs nobody has judged, by expectation and maximisation over how often each
 * agreement occurs. What is believed before counts like so many pairs of each class, so that a few pairs are not
 * over-read and the classes keep their meaning.
 */
final class Estimation {
    private static final int MAX_STEPS = 300;
    private static final double CLOSE = 1e-7;
    /** Never quite 0: what was not seen is not impossible. */
    private static final double LEAST = 1e-6;

    private static final double LEAST_BELIEF = 400;
    private static final double PINNED = 1e9;
    private static final double BELIEF_SHARE = 0.02;

    private final MatchModel belief;
    private final long[] counts;
    private final double beliefPairs;

    /** @param counts of candidate pairs by the code of their agreement */
    Estimation(MatchModel belief, long[] counts) {
        this.belief = belief;
        this.counts = counts.clone();
        this.beliefPairs = LEAST_BELIEF + BELIEF_SHARE * Arrays.stream(counts).sum();
    }

    /** What is believed of customers anywhere; it decides where only a few are known. */
    static MatchModel usual() {
        double[][] onePerson = {
            {0, .01, .005, .06, .025, .15, .27, .48},
            {0, .15, .08, .77},
            {0, .12, .04, .84},
            {0, .02, LEAST, .98},
            {0, .10, LEAST, .90}
        };
        double[][] strangers = {
            {0, .30, .08, .10, .01, .14, .33, .04},
            {0, .85, .14, .01},
            {0, .978, .002, .02},
            {0, .20, LEAST, .80},
            {0, .97, LEAST, .03}
        };
        double[][] relatives = {
            {0, .22, .72, .01, .02, .01, .01, .01},
            {0, .80, .10, .10},
            {0, .35, .01, .64},
            {0, .01, LEAST, .99},
            {0, .10, LEAST, .90}
        };
        return new MatchModel(new double[][][] {onePerson, strangers, relatives}, new double[] {.10, .85, .05});
    }

    MatchModel estimate() {
        MatchModel model = belief;
        for (int step = 0; step < MAX_STEPS; step++) {
            MatchModel next = step(model);
            boolean settled = Math.abs(next.share() - model.share()) < CLOSE;
            model = next;
            if (settled) {
                break;
            }
        }
        return model;
    }

    private MatchModel step(MatchModel model) {
        double[][][] levels = new double[MatchModel.CLASSES][Agreement.FIELDS][];
        double[] shares = new double[MatchModel.CLASSES];
        double all = beliefPairs;
        for (int kind = 0; kind < MatchModel.CLASSES; kind++) {
            shares[kind] = beliefPairs * belief.share(kind);
            for (int field = 0; field < Agreement.FIELDS; field++) {
                levels[kind][field] = new double[Agreement.levels(field)];
            }
        }
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] == 0) {
                continue;
            }
            all += counts[code];
            for (int kind = 0; kind < MatchModel.CLASSES; kind++) {
                double likely = model.probability(code, kind) * counts[code];
                shares[kind] += likely;
                for (int field = 0; field < Agreement.FIELDS; field++) {
                    levels[kind][field][Agreement.level(code, field)] += likely;
                }
            }
        }
        for (int kind = 0; kind < MatchModel.CLASSES; kind++) {
            shares[kind] /= all;
            for (int field = 0; field < Agreement.FIELDS; field++) {
                toShares(levels[kind][field], kind, field);
            }
        }
        return new MatchModel(levels, shares);
    }

    /** Counts become shares among the levels that say something, drawn towards what is believed. */
    private void toShares(double[] counts, int kind, int field) {
        // Names tell the classes apart and are not learnt; else a class would drift to whoever else is frequent.
        double pairs = kind != MatchModel.STRANGERS && field == 0 ? PINNED : beliefPairs;
        double sum = pairs;
        for (int level = 1; level < counts.length; level++) {
            sum += counts[level];
        }
        counts[0] = 0;
        for (int level = 1; level < counts.length; level++) {
            double believed = pairs * belief.level(kind, field, level);
            counts[level] = Math.max((counts[level] + believed) / sum, LEAST);
        }
    }
}
