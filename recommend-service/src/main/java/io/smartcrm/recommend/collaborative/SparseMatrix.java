package io.smartcrm.recommend.collaborative;

import java.util.Arrays;

/** A sparse matrix of floats by rows (CSR): row r holds the entries from {@code starts[r]} up to {@code starts[r + 1]}. */
final class SparseMatrix {
    private final int columns;
    private final int[] starts;
    private final int[] column;
    private final float[] value;

    SparseMatrix(int columns, int[] starts, int[] column, float[] value) {
        this.columns = columns;
        this.starts = starts;
        this.column = column;
        this.value = value;
    }

    int rows() {
        return starts.length - 1;
    }

    int columns() {
        return columns;
    }

    int entries() {
        return column.length;
    }

    int start(int row) {
        return starts[row];
    }

    int end(int row) {
        return starts[row + 1];
    }

    int column(int entry) {
        return column[entry];
    }

    float value(int entry) {
        return value[entry];
    }

    /** Rows become columns; the rows of the result are sorted by column whatever the order here. */
    SparseMatrix transposed() {
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
    float at(int row, int wanted) {
        int entry = Arrays.binarySearch(column, starts[row], starts[row + 1], wanted);
        return entry < 0 ? 0 : value[entry];
    }

    /** Euclidean lengths of the rows. */
    float[] rowLengths() {
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

    long bytes() {
        return 4L * starts.length + 8L * column.length;
    }
}
