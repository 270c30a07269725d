package io.smartcrm.loyalty.rfm;

/** Purchases with defaults that a test does not care for. */
public final class PurchasesFixtures {
    private PurchasesFixtures() {}

    public static Purchases purchases(int recencyDays, long frequency, long euroCents) {
        return purchases(recencyDays, frequency, euroCents, "EUR");
    }

    public static Purchases purchases(int recencyDays, long frequency, long minorUnits, String currencyCode) {
        return new Purchases(recencyDays, frequency, new Money(currencyCode, minorUnits));
    }
}
