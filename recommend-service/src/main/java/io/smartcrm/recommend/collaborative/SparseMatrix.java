package io.smartcrm.recommend.collaborative;

import java.util.Arrays;

/** A sparse matrix of floats by rows (CSR): row r holds the entries from {@code starts[r]} up to {@code starts[r + 1]}. */
public final class SparseMatrix {
    private final int columns;
    private final int[] starts;
    private final int[] column;
    private final float[] value;

    public SparseMatrix(int columns, int[] starts, int[] column, float[] value) {
        this.columns = columns;
        this.starts = starts;
        this.column = column;
        this.value = value;
    }

    public int rows() {
        return starts.length - 1;
    }

    public int columns() {
        return columns;
    }

    public int entries() {
        return column.length;
    }

    public int start(int row) {
        return starts[row];
    }

    public int end(int row) {
        return starts[row + 1];
    }

    public int column(int entry) {
        return column[entry];
    }

    public float value(int entry) {
        return value[entry];
    }

    /** Rows become columns; the rows of the result are sorted by column whatever the order here. */
    public SparseMatrix transposed() {
        int[] turnedStarts = new int[columns + 1];
        for (int to : column) {
            turnedStarts[to + 1]++;
        }
        Arrays.parallelPrefix(turnedStarts, Integer::sum);
        int[] slot = Arrays.copyOf(turnedStarts, columns);
        int[] turnedColumn = new int[column.length];
        float[] turnedValue = new float[column.length];
        for (int row = 0; row < rows(); row++) {
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                int to = slot[column[entry]]++;
                turnedColumn[to] = row;
                turnedValue[to] = value[entry];
            }
        }
        return new SparseMatrix(rows(), turnedStarts, turnedColumn, turnedValue);
    }

    /** The value at a cell, 0 where there is none; the rows must be sorted by column. */
    public float at(int row, int wanted) {
        int entry = Arrays.binarySearch(column, starts[row], starts[row + 1], wanted);
        return entry < 0 ? 0 : value[entry];
    }

    /** The same cells with other values. */
    public SparseMatrix withValues(float[] values) {
        if (values.length != column.length) {
            throw new IllegalArgumentException(values.length + " values for " + column.length + " cells");
        }
        return new SparseMatrix(columns, starts, column, values);
    }

    /** Sums of the rows. */
    public float[] rowSums() {
        float[] sums = new float[rows()];
        for (int row = 0; row < sums.length; row++) {
            double sum = 0;
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                sum += value[entry];
            }
            sums[row] = (float) sum;
        }
        return sums;
    }

    /** Euclidean lengths of the rows. */
    public float[] rowLengths() {
        float[] lengths = new float[rows()];
        for (int row = 0; row < lengths.length; row++) {
            double squares = 0;
            for (int entry = starts[row]; entry < starts[row + 1]; entry++) {
                squares += (double) value[entry] * value[entry];
            }
            lengths[row] = (float) Math.sqrt(squares);
        }
        return lengths;
    }

    public long bytes() {
        return 4L * starts.length + 8L * column.length;
    }
}
