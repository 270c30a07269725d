package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Which series add up to which: a tree whose leaves are the smallest series, numbered from 0, each below its sum.
 */
public final class Hierarchy {
    private final int[] parents;
    /** All nodes, each after its parent. */
    private final int[] downwards;

    private final boolean[] leaf;

    private Hierarchy(int[] parents, int[] downwards, boolean[] leaf) {
        this.parents = parents;
        this.downwards = downwards;
        this.leaf = leaf;
    }

    /**
     * The tree of these parents.
     *
     * @param parents the node that each node adds to, -1 for the one root
     * @throws IllegalArgumentException if that is no tree with one root
     */
    public static Hierarchy of(int... parents) {
        int size = parents.length;
        boolean[] leaf = new boolean[size];
        Arrays.fill(leaf, true);
        int root = -1;
        for (int node = 0; node < size; node++) {
            if (parents[node] < -1 || parents[node] >= size) {
                throw new IllegalArgumentException("node " + node + " has no parent " + parents[node]);
            }
            if (parents[node] >= 0) {
                leaf[parents[node]] = false;
            } else if (root >= 0) {
                throw new IllegalArgumentException("nodes " + root + " and " + node + " have no parent; one may");
            } else {
                root = node;
            }
        }
        return new Hierarchy(parents.clone(), downwards(parents), leaf);
    }

    private static int[] downwards(int[] parents) {
        int size = parents.length;
        int[] order = new int[size];
        int[] depth = new int[size];
        for (int node = 0; node < size; node++) {
            int steps = 0;
            for (int above = parents[node]; above >= 0; above = parents[above]) {
                steps++;
                if (steps > size) {
                    throw new IllegalArgumentException("node " + node + " is above itself");
                }
            }
            depth[node] = steps;
        }
        int placed = 0;
        for (int level = 0; placed < size; level++) {
            for (int node = 0; node < size; node++) {
                if (depth[node] == level) {
                    order[placed++] = node;
                }
            }
        }
        return order;
    }

    public int size() {
        return parents.length;
    }

    /** -1 for the root. */
    int parent(int node) {
        return parents[node];
    }

    boolean isLeaf(int node) {
        return leaf[node];
    }

    /** The node at a place in an order in which each comes after its parent. */
    int downwards(int place) {
        return downwards[place];
    }

    /** Numbers the nodes that are sums: -1 for leaves. */
    int[] sums() {
        int[] numbers = new int[size()];
        int count = 0;
        for (int node = 0; node < size(); node++) {
            numbers[node] = leaf[node] ? -1 : count++;
        }
        return numbers;
    }

    /** Makes every sum the sum of what is below it; leaves stay. */
    void addUp(double[][] values) {
        for (int node = 0; node < size(); node++) {
            if (!leaf[node]) {
                Arrays.fill(values[node], 0);
            }
        }
        for (int place = size() - 1; place > 0; place--) {
            double[] from = values[downwards[place]];
            double[] to = values[parents[downwards[place]]];
            for (int step = 0; step < from.length; step++) {
                to[step] += from[step];
            }
        }
    }
}
