package io.smartcrm.customer.matching;

import java.util.Arrays;

/**
 * What agreement is worth (Fellegi and Sunter 1969): of each field and level the share m among pairs that are one
 * person and the share u among pairs that are two. Two people are strangers or relatives, and u is mixed of both:
 * relatives agree in several fields at once, which the product over fields of one class could not say.
 */
public final class MatchModel {
    static final int ONE_PERSON = 0;
    static final int STRANGERS = 1;
    static final int RELATIVES = 2;
    static final int CLASSES = 3;

    private final double[][][] levels;
    private final double[] shares;

    /**
     * @param levels by class, field and level
     * @param shares of the classes among all candidates
     */
    MatchModel(double[][][] levels, double[] shares) {
        this.levels = Arrays.stream(levels)
                .map(fields -> Arrays.stream(fields).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
        this.shares = shares.clone();
    }

    /** Bits for one person: log2 of m / u over all fields; a field that is missing says nothing. */
    public double weight(Agreement agreement) {
        return weight(agreement.code());
    }

    /** Of a candidate pair that agrees so: that it is one person. */
    public double probability(Agreement agreement) {
        return probability(agreement.code(), ONE_PERSON);
    }

    /** Of the candidates, so many are one person. */
    public double share() {
        return shares[ONE_PERSON];
    }

    double weight(int code) {
        double two = shares[STRANGERS] * likelihood(code, STRANGERS) + shares[RELATIVES] * likelihood(code, RELATIVES);
        double u = two / (shares[STRANGERS] + shares[RELATIVES]);
        return Math.log(likelihood(code, ONE_PERSON) / u) / Math.log(2);
    }

    double probability(int code, int kind) {
        double sum = 0;
        for (int other = 0; other < CLASSES; other++) {
            sum += shares[other] * likelihood(code, other);
        }
        return shares[kind] * likelihood(code, kind) / sum;
    }

    double level(int kind, int field, int level) {
        return levels[kind][field][level];
    }

    double share(int kind) {
        return shares[kind];
    }

    private double likelihood(int code, int kind) {
        double likelihood = 1;
        for (int field = 0; field < Agreement.FIELDS; field++) {
            int level = Agreement.level(code, field);
            if (level > 0) {
                likelihood *= levels[kind][field][level];
            }
        }
        return likelihood;
    }
}
