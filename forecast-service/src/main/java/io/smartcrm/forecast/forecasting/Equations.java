package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/** That each sum of a {@link Hierarchy} is the sum of its parts: a column of U for each, 1 at the sum and -1 at its parts. */
final class Equations {
    private static final int[] NONE = new int[0];

    final int count;
    /** For each node, the equations in which it is the sum. */
    final int[][] asSum;
    /** For each node, the one in which it is a part; -1 for the root. */
    final int[] asPart;

    private Equations(int count, int[][] asSum, int[] asPart) {
        this.count = count;
        this.asSum = asSum;
        this.asPart = asPart;
    }

    /** @param splits how many nodes each other split of the root has */
    static Equations of(Hierarchy hierarchy, int[] splits) {
        int[][] asSum = new int[hierarchy.size()][];
        int count = 0;
        for (int node = 0; node < hierarchy.size(); node++) {
            asSum[node] = hierarchy.isLeaf(node) ? NONE : new int[] {count++};
        }
        int[] asPart = new int[hierarchy.size()];
        for (int node = 0; node < hierarchy.treeSize(); node++) {
            asPart[node] = hierarchy.parent(node) < 0 ? -1 : asSum[hierarchy.parent(node)][0];
        }
        int root = hierarchy.downwards(0);
        int first = hierarchy.treeSize();
        for (int parts : splits) {
            Arrays.fill(asPart, first, first + parts, count);
            asSum[root] = Arrays.copyOf(asSum[root], asSum[root].length + 1);
            asSum[root][asSum[root].length - 1] = count++;
            first += parts;
        }
        return new Equations(count, asSum, asPart);
    }

    /** U'x: by how much each sum misses its parts. */
    double[][] missed(double[][] values) {
        double[][] missed = new double[count][values[0].length];
        for (int node = 0; node < asPart.length; node++) {
            for (int sum : asSum[node]) {
                add(missed[sum], values[node], 1);
            }
            if (asPart[node] >= 0) {
                add(missed[asPart[node]], values[node], -1);
            }
        }
        return missed;
    }

    /** Adds to U'W U what the variance of one node gives to it. */
    void addVariance(double[][] system, int node, double variance) {
        for (int a : asSum[node]) {
            for (int b : asSum[node]) {
                system[a][b] += variance;
            }
        }
        int part = asPart[node];
        if (part < 0) {
            return;
        }
        system[part][part] += variance;
        for (int sum : asSum[node]) {
            system[sum][part] -= variance;
            system[part][sum] -= variance;
        }
    }

    /** A row of U times weights. */
    double weighted(int node, double[] weights) {
        double weighted = asPart[node] < 0 ? 0 : -weights[asPart[node]];
        for (int sum : asSum[node]) {
            weighted += weights[sum];
        }
        return weighted;
    }

    static void add(double[] to, double[] from, double weight) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * from[i];
        }
    }
}
