package io.smartcrm.loyalty.value;

import java.util.Arrays;

/**
 * What customers did, counted: customers with the same history are one row.
 *
 * <p>Row i: x repeat purchases, the last of them {@code last} after the first purchase (0 without a repeat), observed for
 * {@code length} since the first purchase, and {@code count} such customers. All times are in one unit, e.g. weeks.
 */
public final class Histories {
    private final int[] x;
    private final double[] last;
    private final double[] length;
    private final long[] count;
    private final long customers;

    private Histories(int[] x, double[] last, double[] length, long[] count) {
        this.x = x;
        this.last = last;
        this.length = length;
        this.count = count;
        this.customers = Arrays.stream(count).sum();
    }

    /** Counts histories, one a customer. */
    public static Histories of(int[] x, double[] last, double[] length) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] < 0 || !(last[i] >= 0) || !(length[i] >= last[i]) || (x[i] == 0 && last[i] > 0)) {
                throw new IllegalArgumentException("history " + i + " is not possible: " + x[i]
                        + " repeat purchases, last at " + last[i] + " of " + length[i]);
            }
        }
        int capacity = Integer.highestOneBit(Math.max(8, x.length)) * 4;
        int[] place = new int[capacity];
        int[] first = new int[x.length];
        long[] count = new long[x.length];
        int rows = 0;
        for (int i = 0; i < x.length; i++) {
            int slot = hash(x[i], last[i], length[i]) & (capacity - 1);
            while (place[slot] != 0 && !same(x, last, length, first[place[slot] - 1], i)) {
                slot = (slot + 1) & (capacity - 1);
            }
            if (place[slot] == 0) {
                first[rows++] = i;
                place[slot] = rows;
            }
            count[place[slot] - 1]++;
        }
        return rows(x, last, length, Arrays.copyOf(first, rows), Arrays.copyOf(count, rows));
    }

    private static Histories rows(int[] x, double[] last, double[] length, int[] which, long[] count) {
        int[] rowX = new int[which.length];
        double[] rowLast = new double[which.length];
        double[] rowLength = new double[which.length];
        for (int i = 0; i < which.length; i++) {
            rowX[i] = x[which[i]];
            rowLast[i] = last[which[i]];
            rowLength[i] = length[which[i]];
        }
        return new Histories(rowX, rowLast, rowLength, count);
    }

    private static int hash(int x, double last, double length) {
        long bits = Double.doubleToLongBits(last) * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(length);
        bits = (bits ^ (bits >>> 32)) * 0xD6E8FEB86659FD93L + x * 0x632BE59BD9B4E019L;
        return (int) (bits ^ (bits >>> 29));
    }

    private static boolean same(int[] x, double[] last, double[] length, int i, int j) {
        return x[i] == x[j] && last[i] == last[j] && length[i] == length[j];
    }

    /** Every so many-th row: enough to find where to start. */
    Histories sample(int most) {
        if (x.length <= most) {
            return this;
        }
        int[] which = new int[most];
        long[] counts = new long[most];
        for (int i = 0; i < most; i++) {
            which[i] = (int) ((long) i * x.length / most);
            counts[i] = count[which[i]];
        }
        return rows(x, last, length, which, counts);
    }

    public int rows() {
        return x.length;
    }

    public long customers() {
        return customers;
    }

    public int x(int row) {
        return x[row];
    }

    public double last(int row) {
        return last[row];
    }

    public double length(int row) {
        return length[row];
    }

    public long count(int row) {
        return count[row];
    }

    int mostX() {
        return Arrays.stream(x).max().orElse(0);
    }
}
