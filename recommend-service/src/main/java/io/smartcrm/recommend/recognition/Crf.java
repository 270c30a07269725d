package io.smartcrm.recommend.recognition;

import java.util.Arrays;

/**
 * A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): how likely each label is for each place of
 * a sequence, given features of all places and which labels follow each other. A feature is a number below the table size.
 * Memory is 4 bytes for each feature and label.
 */
final class Crf {
    private final int labels;
    private final float[] states;
    private final float[] steps;

    Crf(int features, int labels) {
        this.labels = labels;
        this.states = new float[features * labels];
        this.steps = new float[labels * labels];
    }

    int labels() {
        return labels;
    }

    float[] states() {
        return states;
    }

    float[] steps() {
        return steps;
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int at = 1; at < values.length; at++) {
            largest = values[at] > values[largest] ? at : largest;
        }
        return largest;
    }

    /** All ways of labelling a sequence. */
    Lattice lattice(int[][] features) {
        return new Lattice(features);
    }

    private double[] scores(int[] features) {
        double[] scores = new double[labels];
        for (int feature : features) {
            int row = feature * labels;
            for (int label = 0; label < labels; label++) {
                scores[label] += states[row + label];
            }
        }
        return scores;
    }

    /** All ways through one sequence, by the forward-backward algorithm with each place scaled to 1. */
    final class Lattice {
        private final int length;
        private final double[][] own;
        private final double[][] forward;
        private final double[][] backward;
        private final double[] step = new double[steps.length];

        private Lattice(int[][] features) {
            length = features.length;
            own = new double[length][];
            forward = new double[length][labels];
            backward = new double[length][labels];
            for (int at = 0; at < step.length; at++) {
                step[at] = Math.exp(steps[at]);
            }
            for (int at = 0; at < length; at++) {
                own[at] = scores(features[at]);
                double highest = Arrays.stream(own[at]).max().orElse(0);
                for (int label = 0; label < labels; label++) {
                    own[at][label] = Math.exp(own[at][label] - highest);
                }
            }
            walk();
        }

        private void walk() {
            for (int at = 0; at < length; at++) {
                for (int label = 0; label < labels; label++) {
                    double sum = at == 0 ? 1 : 0;
                    for (int before = 0; before < labels && at > 0; before++) {
                        sum += forward[at - 1][before] * step[before * labels + label];
                    }
                    forward[at][label] = sum * own[at][label];
                }
                scale(forward[at]);
            }
            for (int at = length - 1; at >= 0; at--) {
                for (int label = 0; label < labels; label++) {
                    double sum = at == length - 1 ? 1 : 0;
                    for (int after = 0; after < labels && at < length - 1; after++) {
                        sum += step[label * labels + after] * own[at + 1][after] * backward[at + 1][after];
                    }
                    backward[at][label] = sum;
                }
                scale(backward[at]);
            }
        }

        /** The labels that together are likeliest (Viterbi 1967). */
        int[] best() {
            double[][] most = new double[length][labels];
            int[][] from = new int[length][labels];
            for (int at = 0; at < length; at++) {
                for (int label = 0; label < labels; label++) {
                    double best = at == 0 ? 1 : 0;
                    for (int before = 0; before < labels && at > 0; before++) {
                        double chance = most[at - 1][before] * step[before * labels + label];
                        if (chance > best) {
                            best = chance;
                            from[at][label] = before;
                        }
                    }
                    most[at][label] = best * own[at][label];
                }
                scale(most[at]);
            }
            int[] path = new int[length];
            for (int at = length - 1; at >= 0; at--) {
                path[at] = at == length - 1 ? largest(most[at]) : from[at + 1][path[at + 1]];
            }
            return path;
        }

        /** The chance of each label at each place. */
        double[][] chances() {
            double[][] chances = new double[length][labels];
            for (int at = 0; at < length; at++) {
                for (int label = 0; label < labels; label++) {
                    chances[at][label] = forward[at][label] * backward[at][label];
                }
                scale(chances[at]);
            }
            return chances;
        }

        /** The chance of each pair of labels at a place and the one before it. */
        double[] stepChances(int at) {
            double[] chances = new double[steps.length];
            for (int before = 0; before < labels; before++) {
                for (int label = 0; label < labels; label++) {
                    int pair = before * labels + label;
                    chances[pair] = forward[at - 1][before] * step[pair] * own[at][label] * backward[at][label];
                }
            }
            scale(chances);
            return chances;
        }

        private static void scale(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            for (int at = 0; at < values.length; at++) {
                values[at] /= sum;
            }
        }
    }
}
