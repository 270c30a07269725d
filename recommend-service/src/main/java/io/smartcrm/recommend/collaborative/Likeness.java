package io.smartcrm.recommend.collaborative;

import java.util.Arrays;

/** The shrunk cosine of all pairs of columns that share a row, of which each column keeps its best. */
final class Likeness {
    private final SparseMatrix byCustomer;
    private final SparseMatrix byItem;
    private final float[] lengths;
    private final float shrinkage;
    private final float[] products;
    private final int[] touched;

    private Likeness(SparseMatrix byCustomer, double shrinkage) {
        this.byCustomer = byCustomer;
        this.byItem = byCustomer.transposed();
        this.lengths = byItem.rowLengths();
        this.shrinkage = (float) shrinkage;
        this.products = new float[byItem.rows()];
        this.touched = new int[byItem.rows()];
    }

    /** Row i of the result holds the columns most similar to i, at most {@code limit}, most similar first. */
    static SparseMatrix neighbours(SparseMatrix byCustomer, int limit, double shrinkage) {
        return new Likeness(byCustomer, shrinkage).neighbours(limit);
    }

    private SparseMatrix neighbours(int limit) {
        int items = byItem.rows();
        int[] starts = new int[items + 1];
        int[] neighbour = new int[Math.max(16, items)];
        float[] likeness = new float[neighbour.length];
        BestItems best = new BestItems(Math.min(limit, Math.max(0, items - 1)));
        for (int item = 0; item < items; item++) {
            offerAll(item, best);
            int end = Math.addExact(starts[item], best.size());
            if (end > neighbour.length) {
                int longer = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, neighbour.length * 3L / 2));
                neighbour = Arrays.copyOf(neighbour, longer);
                likeness = Arrays.copyOf(likeness, longer);
            }
            best.drain(neighbour, likeness, starts[item]);
            starts[item + 1] = end;
        }
        return new SparseMatrix(
                items, starts, Arrays.copyOf(neighbour, starts[items]), Arrays.copyOf(likeness, starts[items]));
    }

    private void offerAll(int item, BestItems best) {
        int count = addProducts(item);
        for (int at = 0; at < count; at++) {
            int other = touched[at];
            float value = Math.min(1, products[other] / (lengths[item] * lengths[other] + shrinkage));
            products[other] = 0;
            if (other != item && value > 0) {
                best.offer(other, value);
            }
        }
    }

    /** Adds up the products with every item that shares a customer; says how many were touched. */
    private int addProducts(int item) {
        int count = 0;
        for (int entry = byItem.start(item); entry < byItem.end(item); entry++) {
            int customer = byItem.column(entry);
            float own = byItem.value(entry);
            for (int mate = byCustomer.start(customer); mate < byCustomer.end(customer); mate++) {
                int other = byCustomer.column(mate);
                float product = own * byCustomer.value(mate);
                if (products[other] == 0 && product > 0) {
                    touched[count++] = other;
                }
                products[other] += product;
            }
        }
        return count;
    }
}
