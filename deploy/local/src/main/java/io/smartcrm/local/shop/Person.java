package io.smartcrm.local.shop;

/**
 * A customer.
 *
 * @param number 0 for the first who joined, without gaps
 * @param born shop time of the first purchase, in weeks
 */
public record Person(int number, double born, Profile profile, Habits habits) {}
