package io.smartcrm.recommend.collaborative;

/**
 * Part of a score that one item of the history brought.
 *
 * @param item the item of the history
 * @param amount above zero; the amounts of all items add up to the score
 */
public record Contribution(int item, float amount) {}
