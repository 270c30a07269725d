package io.smartcrm.local.shop;

/**
 * How a customer's story went, in weeks of shop time since the shop opened.
 *
 * @param born the first purchase
 * @param lastPurchase the last purchase within the history, the first one if there was no other
 * @param repeats purchases after the first
 * @param alive whether the customer may still come back at the end; if not, the customer left at the last purchase
 */
public record Life(double born, double lastPurchase, int repeats, boolean alive) {}
