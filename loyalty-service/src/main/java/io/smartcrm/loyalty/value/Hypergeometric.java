package io.smartcrm.loyalty.value;

/** Gauss's hypergeometric function by its series (Abramowitz and Stegun 15.1.1), for 0 <= z < 1. */
final class Hypergeometric {
    private static final double TOLERANCE = 1e-15;
    private static final int MAX_TERMS = 20_000;

    private Hypergeometric() {}

    static double f(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < MAX_TERMS; n++) {
            double ratio = (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            term *= ratio;
            sum += term;
            if (ratio < 1 && Math.abs(term) <= TOLERANCE * (1 - ratio) * Math.abs(sum)) {
                break;
            }
        }
        return sum;
    }

    /**
     * F(a, b; a + 1; z) and its derivatives by a, b and z, into four places.
     *
     * @param out value, by a, by b, by z
     */
    static void gradient(double a, double b, double z, double[] out) {
        double term = 1;
        double byA = 0;
        double byB = 0;
        double byZ = 0;
        double sum = 1;
        double sumByA = 0;
        double sumByB = 0;
        for (int n = 0; n < MAX_TERMS; n++) {
            double factor = (a + n) / (a + 1 + n);
            double factorByA = 1 / ((a + 1 + n) * (a + 1 + n));
            double share = (b + n) / (n + 1);
            byA = z * share * (byA * factor + term * factorByA);
            byB = z * factor * (byB * share + term / (n + 1));
            double ratio = factor * share * z;
            term *= ratio;
            sum += term;
            sumByA += byA;
            sumByB += byB;
            byZ += (n + 1) * term;
            if (ratio < 1 && Math.abs(term) * (n + 2) <= TOLERANCE * (1 - ratio) * Math.abs(sum)) {
                break;
            }
        }
        out[0] = sum;
        out[1] = sumByA;
        out[2] = sumByB;
        out[3] = z > 0 ? byZ / z : a * b / (a + 1);
    }
}
