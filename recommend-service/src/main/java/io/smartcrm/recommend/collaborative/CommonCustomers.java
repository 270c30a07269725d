package io.smartcrm.recommend.collaborative;

import java.util.Arrays;

/** Compares all items that share a customer, of which each item keeps the closest. */
final class CommonCustomers {
    private final SparseMatrix byItem;
    private final SparseMatrix byCustomer;
    private final Closeness closeness;
    private final float[] products;
    private final int[] touched;

    private CommonCustomers(SparseMatrix byItem, SparseMatrix byCustomer, Closeness closeness) {
        this.byItem = byItem;
        this.byCustomer = byCustomer;
        this.closeness = closeness;
        this.products = new float[byItem.rows()];
        this.touched = new int[byItem.rows()];
    }

    /** How close two items are whose customers give a sum of products above zero; not above zero where they are not. */
    @FunctionalInterface
    interface Closeness {
        float of(int item, int other, float product);
    }

    /**
     * Row i of the result holds the items closest to i, at most {@code limit}, closest first.
     *
     * @param byItem what each customer counts for an item, not negative
     * @param byCustomer what each other item counts for a customer, not negative
     */
    static SparseMatrix closest(SparseMatrix byItem, SparseMatrix byCustomer, int limit, Closeness closeness) {
        return new CommonCustomers(byItem, byCustomer, closeness).closest(limit);
    }

    private SparseMatrix closest(int limit) {
        int items = byItem.rows();
        int[] starts = new int[items + 1];
        int[] neighbour = new int[Math.max(16, items)];
        float[] value = new float[neighbour.length];
        BestItems best = new BestItems(Math.min(limit, Math.max(0, items - 1)));
        for (int item = 0; item < items; item++) {
            offerAll(item, best);
            int end = Math.addExact(starts[item], best.size());
            if (end > neighbour.length) {
                int longer = (int) Math.min(Integer.MAX_VALUE - 8, Math.max(end, neighbour.length * 3L / 2));
                neighbour = Arrays.copyOf(neighbour, longer);
                value = Arrays.copyOf(value, longer);
            }
            best.drain(neighbour, value, starts[item]);
            starts[item + 1] = end;
        }
        return new SparseMatrix(
                items, starts, Arrays.copyOf(neighbour, starts[items]), Arrays.copyOf(value, starts[items]));
    }

    private void offerAll(int item, BestItems best) {
        int count = addProducts(item);
        for (int at = 0; at < count; at++) {
            int other = touched[at];
            float value = closeness.of(item, other, products[other]);
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
