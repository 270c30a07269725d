package io.smartcrm.recommend.basket;

/**
 * How often one item is bought with another.
 *
 * @param baskets with both, the support in baskets
 * @param confidence share of the one's baskets that hold the other too
 * @param lift how many times likelier the other is in a basket with the one than in any basket
 */
public record Association(int item, int baskets, double confidence, double lift) {}
