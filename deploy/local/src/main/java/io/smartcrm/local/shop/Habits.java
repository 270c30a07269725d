package io.smartcrm.local.shop;

/**
 * What drives a customer; truth that no system sees.
 *
 * @param rate purchases a week of shop time while the customer stays
 * @param leaving probability to leave after a repeat purchase
 * @param nu Gamma-Gamma rate of the order values; the mean order is p / nu
 * @param returning probability that an ordered line comes back, before the product's own factor
 * @param taste the group of products the customer prefers, an index into {@link Catalogue#tastes()}
 */
public record Habits(double rate, double leaving, double nu, double returning, int taste) {}
