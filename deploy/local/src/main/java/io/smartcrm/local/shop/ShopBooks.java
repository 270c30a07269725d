package io.smartcrm.local.shop;

/**
 * Takes down what happens in the shop. Each kind of entry comes in ascending order of time, except customers, who come
 * in order of their numbers on the day they join, and consents, which come with their customer.
 */
public interface ShopBooks {
    default void customer(Person customer) {}

    default void consent(Consent consent) {}

    default void sale(Sale sale) {}

    default void creditNote(CreditNote creditNote) {}

    default void interaction(Interaction interaction) {}

    default void supportCase(SupportCase supportCase) {}
}
