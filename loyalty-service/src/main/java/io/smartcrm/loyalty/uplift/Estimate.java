package io.smartcrm.loyalty.uplift;

/** A value and the interval that covers the true one with 95 % confidence. */
public record Estimate(double value, double low, double high) {
    /** Whether a difference of nothing is outside the interval. */
    public boolean significant() {
        return low > 0 || high < 0;
    }

    public Estimate times(double factor) {
        return new Estimate(value * factor, low * factor, high * factor);
    }
}
