package io.smartcrm.recommend.latent;

import java.util.Arrays;

/**
 * The loops all time goes into. Arrays are indexed by the plain loop variable, without any offset: only then does the
 * compiler of the JVM make vector instructions of sums along them, which is four times as fast. Sums over an array, which
 * it may not reorder, are made of eight independent parts.
 */
final class Vectors {
    private Vectors() {}

    static float dot(float[] a, float[] b) {
        int length = a.length;
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int at = 0;
        for (int end = length - 7; at < end; at += 8) {
            s0 += a[at] * b[at];
            s1 += a[at + 1] * b[at + 1];
            s2 += a[at + 2] * b[at + 2];
            s3 += a[at + 3] * b[at + 3];
            s4 += a[at + 4] * b[at + 4];
            s5 += a[at + 5] * b[at + 5];
            s6 += a[at + 6] * b[at + 6];
            s7 += a[at + 7] * b[at + 7];
        }
        for (; at < length; at++) {
            s0 += a[at] * b[at];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /** Adds a multiple of one array to another. */
    static void add(float factor, float[] from, float[] to, int start, int end) {
        for (int at = start; at < end; at++) {
            to[at] += factor * from[at];
        }
    }

    static void add(float factor, float[] from, float[] to) {
        add(factor, from, to, 0, to.length);
    }

    /** Adds multiples of four arrays to another, from one place to another. */
    static void addFour(
            float f0,
            float[] from0,
            float f1,
            float[] from1,
            float f2,
            float[] from2,
            float f3,
            float[] from3,
            float[] to,
            int start,
            int end) {
        for (int at = start; at < end; at++) {
            to[at] += f0 * from0[at] + f1 * from1[at] + f2 * from2[at] + f3 * from3[at];
        }
    }

    /** Adds multiples of the first {@code count} rows to an array, from one place to another. */
    static void addRows(float[] factors, float[][] rows, int count, float[] to, int start, int end) {
        int row = 0;
        for (; row + 3 < count; row += 4) {
            addFour(
                    factors[row],
                    rows[row],
                    factors[row + 1],
                    rows[row + 1],
                    factors[row + 2],
                    rows[row + 2],
                    factors[row + 3],
                    rows[row + 3],
                    to,
                    start,
                    end);
        }
        for (; row < count; row++) {
            add(factors[row], rows[row], to, start, end);
        }
    }

    /** Overwrites {@code result} with the product of a symmetric matrix and a vector. */
    static void product(float[][] symmetric, float[] vector, float[] result) {
        Arrays.fill(result, 0);
        addRows(vector, symmetric, vector.length, result, 0, result.length);
    }

    /** The products of all pairs of columns of a matrix, its transpose times itself, each by a factor. */
    static float[][] gram(float[][] rows, int columns, float factor) {
        float[][] gram = new float[columns][columns];
        int row = 0;
        for (; row + 3 < rows.length; row += 4) {
            float[] r0 = rows[row];
            float[] r1 = rows[row + 1];
            float[] r2 = rows[row + 2];
            float[] r3 = rows[row + 3];
            for (int column = 0; column < columns; column++) {
                addFour(
                        factor * r0[column],
                        r0,
                        factor * r1[column],
                        r1,
                        factor * r2[column],
                        r2,
                        factor * r3[column],
                        r3,
                        gram[column],
                        0,
                        columns);
            }
        }
        for (; row < rows.length; row++) {
            for (int column = 0; column < columns; column++) {
                add(factor * rows[row][column], rows[row], gram[column]);
            }
        }
        return gram;
    }
}
