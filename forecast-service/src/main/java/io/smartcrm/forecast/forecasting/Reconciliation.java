package io.smartcrm.forecast.forecasting;

import java.util.Arrays;

/**
 * Makes forecasts of a {@link Hierarchy} add up: what the products sell is what their category sells. Other splits of the whole
 * follow it in proportion, but where the least variance is looked for: there they tell of the whole, too.
 */
public enum Reconciliation {
    /** Trusts the smallest series only. */
    BOTTOM_UP {
        @Override
        void reconcile(Hierarchy hierarchy, double[][] means, double[][] errors) {
            // The leaves are what they are.
        }
    },
    /** Trusts the whole and splits it as the parts were forecast (Athanasopoulos, Ahmed &amp; Hyndman 2009). */
    TOP_DOWN {
        @Override
        void reconcile(Hierarchy hierarchy, double[][] means, double[][] errors) {
            int horizon = means[0].length;
            double[][] sums = new double[hierarchy.size()][horizon];
            int[] parts = new int[hierarchy.size()];
            for (int place = 1; place < hierarchy.treeSize(); place++) {
                int node = hierarchy.downwards(place);
                parts[hierarchy.parent(node)]++;
                for (int step = 0; step < horizon; step++) {
                    sums[hierarchy.parent(node)][step] += means[node][step];
                }
            }
            for (int place = 1; place < hierarchy.treeSize(); place++) {
                int node = hierarchy.downwards(place);
                int above = hierarchy.parent(node);
                for (int step = 0; step < horizon; step++) {
                    double share = sums[above][step] == 0 ? 1.0 / parts[above] : means[node][step] / sums[above][step];
                    means[node][step] = share * means[above][step];
                }
            }
        }
    },
    /**
     * Trusts each series as far as its errors were small and unlike those of others: the coherent forecasts with the least
     * variance, by a shrunk covariance (MinT: Wickramasuriya, Athanasopoulos &amp; Hyndman 2019).
     */
    MIN_TRACE {
        @Override
        void reconcile(Hierarchy hierarchy, double[][] means, double[][] errors) {
            MinimumTrace.reconcile(hierarchy, means, errors);
        }
    };

    /** Changes the leaves; sums are added up afterwards. */
    abstract void reconcile(Hierarchy hierarchy, double[][] means, double[][] errors);

    /**
     * Coherent forecasts near the given ones.
     *
     * @param means expected values of each node, one a step; not changed
     * @param errors past one-step errors of each node, all of the same steps
     * @param nonNegative whether what is below zero is raised to it
     * @return for each node and step; sums are exact up to rounding
     */
    public double[][] of(Hierarchy hierarchy, double[][] means, double[][] errors, boolean nonNegative) {
        requireOneANode(hierarchy, means, "means");
        requireOneANode(hierarchy, errors, "errors");
        double[][] reconciled = Arrays.stream(means).map(double[]::clone).toArray(double[][]::new);
        if (hierarchy.size() > 1) {
            reconcile(hierarchy, reconciled, errors);
        }
        for (int node = 0; nonNegative && node < hierarchy.size(); node++) {
            if (hierarchy.isLeaf(node)) {
                reconciled[node] = Interval.raisedToZero(reconciled[node]);
            }
        }
        hierarchy.addUp(reconciled);
        return reconciled;
    }

    private static void requireOneANode(Hierarchy hierarchy, double[][] rows, String name) {
        if (rows.length != hierarchy.size()) {
            throw new IllegalArgumentException(name + " of " + rows.length + " nodes instead of " + hierarchy.size());
        }
        for (double[] row : rows) {
            if (row.length != rows[0].length) {
                throw new IllegalArgumentException(
                        name + " differ in length: " + row.length + " and " + rows[0].length);
            }
        }
    }
}
