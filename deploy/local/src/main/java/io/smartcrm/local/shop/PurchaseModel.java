package io.smartcrm.local.shop;

/**
 * Who buys how often and for how long: BG/NBD (Fader, Hardie and Lee 2005, Marketing Science 24:275).
 *
 * <p>A customer buys at a Gamma(r, alpha) distributed rate per week and leaves after each repeat purchase with a
 * Beta(a, b) distributed probability; the first purchase is the birth.
 *
 * @param r shape of the rates, above 0
 * @param alpha scale of the rates in weeks, above 0; the mean rate is r / alpha
 * @param a first shape of the leaving probability, above 0 and not 1
 * @param b second shape of the leaving probability, above 0
 */
public record PurchaseModel(double r, double alpha, double a, double b) {

    /** The demo shop's customers: 3.6 purchases a year in the mean, leaving after one repeat purchase in five. */
    public static final PurchaseModel DEMO = new PurchaseModel(0.55, 8, 0.8, 3);

    public PurchaseModel {
        if (!(r > 0 && alpha > 0 && a > 0 && b > 0) || a == 1) {
            throw new IllegalArgumentException(
                    "BG/NBD needs r, alpha, a, b > 0 and a != 1, not %s, %s, %s, %s".formatted(r, alpha, a, b));
        }
    }

    double drawRate(Dice dice) {
        return dice.gamma(r) / alpha;
    }

    double drawLeaving(Dice dice) {
        return dice.beta(a, b);
    }

    /** Expected repeat purchases in the given weeks after birth, equation 9 of the paper. */
    public double expectedRepeats(double weeks) {
        double z = weeks / (alpha + weeks);
        double gauss = gaussHypergeometric(r, b, a + b - 1, z);
        return (a + b - 1) / (a - 1) * (1 - StrictMath.pow(alpha / (alpha + weeks), r) * gauss);
    }

    private static double gaussHypergeometric(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int n = 0; n < 100_000 && Math.abs(term) > 1e-14 * Math.abs(sum); n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * z;
            sum += term;
        }
        return sum;
    }
}
