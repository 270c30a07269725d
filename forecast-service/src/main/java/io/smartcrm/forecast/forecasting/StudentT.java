package io.smartcrm.forecast.forecasting;

/**
 * Half widths of central intervals, in standard deviations, when the deviation itself is estimated from few residuals:
 * Student's t distribution (Abramowitz &amp; Stegun 1964, formulas 26.7.3 to 26.7.5).
 */
final class StudentT {
    private static final int FEW = 10;
    private static final int BISECTIONS = 48;

    private StudentT() {}

    /**
     * 12.71 for 95 % at one degree of freedom, falling to 1.96.
     *
     * @param level coverage, strictly between 0 and 1
     * @param degreesOfFreedom at least 1
     */
    static double halfWidth(double level, int degreesOfFreedom) {
        return degreesOfFreedom < FEW
                ? ofFew(level, degreesOfFreedom)
                : expanded(normalHalfWidth(level), degreesOfFreedom);
    }

    /** Inverts the finite sum for the coverage by halving the angle atan(t / sqrt(n)). */
    private static double ofFew(double level, int n) {
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (coverage(middle, n) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.tan(low) * Math.sqrt(n);
    }

    private static double coverage(double angle, int n) {
        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        boolean odd = n % 2 == 1;
        double term = odd ? cosine : 1;
        double sum = n == 1 ? 0 : term;
        for (int power = odd ? 3 : 2; power <= n - 2; power += 2) {
            term *= cosine * cosine * (power - 1) / power;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
    }

    /** Fisher's expansion around the normal half width z in powers of 1/n. */
    private static double expanded(double z, double n) {
        double s = z * z;
        double first = (s + 1) / 4;
        double second = ((5 * s + 16) * s + 3) / 96;
        double third = (((3 * s + 19) * s + 17) * s - 15) / 384;
        double fourth = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160;
        return z * (1 + (first + (second + (third + fourth / n) / n) / n) / n);
    }

    /** The half width for a known deviation, by Acklam's rational approximation (relative error below 1.2e-9). */
    static double normalHalfWidth(double level) {
        double beyond = (1 - level) / 2;
        return beyond < 0.02425 ? outer(Math.sqrt(-2 * Math.log(beyond))) : inner(level / 2);
    }

    private static double inner(double q) {
        double r = q * q;
        double numerator = -39.69683028665376;
        numerator = numerator * r + 220.9460984245205;
        numerator = numerator * r - 275.9285104469687;
        numerator = numerator * r + 138.3577518672690;
        numerator = numerator * r - 30.66479806614716;
        numerator = numerator * r + 2.506628277459239;
        double denominator = -54.47609879822406;
        denominator = denominator * r + 161.5858368580409;
        denominator = denominator * r - 155.6989798598866;
        denominator = denominator * r + 66.80131188771972;
        denominator = denominator * r - 13.28068155288572;
        denominator = denominator * r + 1;
        return numerator * q / denominator;
    }

    private static double outer(double r) {
        double numerator = 0.007784894002430293;
        numerator = numerator * r + 0.3223964580411365;
        numerator = numerator * r + 2.400758277161838;
        numerator = numerator * r + 2.549732539343734;
        numerator = numerator * r - 4.374664141464968;
        numerator = numerator * r - 2.938163982698783;
        double denominator = 0.007784695709041462;
        denominator = denominator * r + 0.3224671290700398;
        denominator = denominator * r + 2.445134137142996;
        denominator = denominator * r + 3.754408661907416;
        denominator = denominator * r + 1;
        return numerator / denominator;
    }
}
