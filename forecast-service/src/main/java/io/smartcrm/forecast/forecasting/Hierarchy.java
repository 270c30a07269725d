package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Which series add up to which: a tree whose leaves are the smallest series, numbered from 0, each below its sum. Its root
 * may be split in other ways, too: by product, and by country, and by channel.
 */
public final class Hierarchy {
    private final int[] parents;
    /** All nodes, each after its parent. */
    private final int[] downwards;

    private final boolean[] leaf;
    /** How many nodes each other split of the root has. */
    private final int[] splits;

    private Hierarchy(int[] parents, int[] downwards, boolean[] leaf, int[] splits) {
        this.parents = parents;
        this.downwards = downwards;
        this.leaf = leaf;
        this.splits = splits;
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
        return new Hierarchy(parents.clone(), downwards(parents), leaf, new int[0]);
    }

    /**
     * The same tree, its root split in other ways, too.
     *
     * @param parts how many nodes each split has, at least one; they are numbered after those of the tree, split by split
     */
    public Hierarchy splitAlso(int... parts) {
        int size = size() + Arrays.stream(parts).sum();
        int[] allParents = Arrays.copyOf(parents, size);
        Arrays.fill(allParents, size(), size, root());
        boolean[] allLeaves = Arrays.copyOf(leaf, size);
        Arrays.fill(allLeaves, size(), size, true);
        int[] allSplits = Arrays.copyOf(splits, splits.length + parts.length);
        System.arraycopy(parts, 0, allSplits, splits.length, parts.length);
        return new Hierarchy(allParents, downwards, allLeaves, allSplits);
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

    private int root() {
        return downwards[0];
    }

    /** Nodes of the tree; those of other splits come after them. */
    int treeSize() {
        return downwards.length;
    }

    /** The node at a place in an order in which each of the tree comes after its parent. */
    int downwards(int place) {
        return downwards[place];
    }

    /** What has to hold: that each sum is its parts, and the root those of each other split. */
    Equations equations() {
        return Equations.of(this, splits);
    }

    /**
     * Makes every sum the sum of what is below it; leaves of the tree stay. Those of other splits are moved to the root's value,
     * each in proportion where none is below zero.
     */
    void addUp(double[][] values) {
        for (int node = 0; node < treeSize(); node++) {
            if (!leaf[node]) {
                Arrays.fill(values[node], 0);
            }
        }
        for (int place = treeSize() - 1; place > 0; place--) {
            double[] from = values[downwards[place]];
            double[] to = values[parents[downwards[place]]];
            for (int step = 0; step < from.length; step++) {
                to[step] += from[step];
            }
        }
        int first = treeSize();
        for (int parts : splits) {
            for (int step = 0; step < values[first].length; step++) {
                fit(values, first, first + parts, step, values[root()][step]);
            }
            first += parts;
        }
    }

    private static void fit(double[][] values, int first, int end, int step, double whole) {
        double sum = 0;
        boolean below = false;
        for (int node = first; node < end; node++) {
            sum += values[node][step];
            below |= values[node][step] < 0;
        }
        boolean proportional = !below && sum > 0 && whole >= 0;
        for (int node = first; node < end; node++) {
            values[node][step] = proportional
                    ? values[node][step] / sum * whole
                    : values[node][step] + (whole - sum) / (end - first);
        }
    }
}
