package io.smartcrm.local.shop;

/**
 * What an order is worth: Gamma-Gamma (Fader and Hardie, note 025). An order of a customer is Gamma(p, nu) distributed
 * and nu is Gamma(q, gamma) distributed over customers, independent of how often they buy.
 *
 * @param p shape of a customer's orders, above 0
 * @param q shape over customers, above 1 so that the mean exists
 * @param gamma rate over customers in shop currency, above 0
 */
public record SpendModel(double p, double q, double gamma) {

    /** The demo shop's customers: 60 in the mean. */
    public static final SpendModel DEMO = new SpendModel(6, 4, 30);

    public SpendModel {
        if (!(p > 0 && q > 1 && gamma > 0)) {
            throw new IllegalArgumentException(
                    "Gamma-Gamma needs p > 0, q > 1, gamma > 0, not %s, %s, %s".formatted(p, q, gamma));
        }
    }

    /** Mean order value over customers. */
    public double mean() {
        return p * gamma / (q - 1);
    }

    /** Mean order value of a customer with the given nu. */
    public double mean(double nu) {
        return p / nu;
    }

    double drawNu(Dice dice) {
        return dice.gamma(q) / gamma;
    }

    double drawOrder(Dice dice, double nu) {
        return dice.gamma(p) / nu;
    }
}
