package io.smartcrm.loyalty.value;

/**
 * How far to look ahead, and what later money is worth.
 *
 * @param horizon in the unit of the histories
 * @param yearLength of a year in the same unit
 * @param discountRate a year, e.g. 0.1
 * @param margin share of a purchase that is earned
 */
public record Outlook(double horizon, double yearLength, double discountRate, double margin) {
    private static final int STEPS = 4;

    public Outlook {
        if (!(horizon > 0 && yearLength > 0 && discountRate >= 0 && margin > 0)) {
            throw new IllegalArgumentException(
                    "an outlook of " + horizon + " at " + discountRate + " a year with a margin of " + margin);
        }
    }

    /** Purchases expected, each worth less the later it comes. */
    public double discounted(TransactionModel model, int x, double last, double length) {
        double sum = 0;
        double before = 0;
        for (int step = 1; step <= STEPS; step++) {
            double until = model.expected(x, last, length, horizon * step / STEPS);
            double years = horizon * (step - 0.5) / STEPS / yearLength;
            sum += (until - before) * Math.pow(1 + discountRate, -years);
            before = until;
        }
        return sum;
    }
}
