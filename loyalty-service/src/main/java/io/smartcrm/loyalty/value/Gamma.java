package io.smartcrm.loyalty.value;

/** Logarithms of the gamma function and their derivatives, for positive arguments. */
final class Gamma {
    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    /** From here on Stirling's series is exact to 1e-16. */
    private static final double LARGE = 12;

    private Gamma() {}

    /** Stirling's series (Abramowitz and Stegun 6.1.41), after recurrence upwards (6.1.15). */
    static double log(double x) {
        double product = 1;
        double z = x;
        while (z < LARGE) {
            product *= z;
            z++;
        }
        double inverse = 1 / z;
        double square = inverse * inverse;
        double series = inverse
                * (1 / 12.0
                        - square
                                * (1 / 360.0
                                        - square
                                                * (1 / 1260.0
                                                        - square
                                                                * (1 / 1680.0
                                                                        - square
                                                                                * (1 / 1188.0
                                                                                        - square * 691 / 360360.0)))));
        return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + series - Math.log(product);
    }

    /** The derivative of {@link #log} (6.3.18, after 6.3.5). */
    static double digamma(double x) {
        double sum = 0;
        double z = x;
        while (z < LARGE) {
            sum += 1 / z;
            z++;
        }
        double inverse = 1 / z;
        double square = inverse * inverse;
        return Math.log(z)
                - inverse / 2
                - square
                        * (1 / 12.0
                                - square
                                        * (1 / 120.0
                                                - square
                                                        * (1 / 252.0
                                                                - square
                                                                        * (1 / 240.0
                                                                                - square
                                                                                        * (1 / 132.0
                                                                                                - square * 691
                                                                                                        / 32760.0)))))
                - sum;
    }
}
