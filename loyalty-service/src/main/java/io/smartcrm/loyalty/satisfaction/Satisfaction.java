package io.smartcrm.loyalty.satisfaction;

/**
 * How satisfied a customer is with the service.
 *
 * @param mean of all ratings, 1 to 5
 * @param last rating, 1 to 5
 */
public record Satisfaction(long ratings, double mean, int last) {}
