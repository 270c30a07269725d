package io.smartcrm.customer.matching;

import static java.util.Objects.requireNonNull;

/**
 * Two people who may be one.
 *
 * @param one the smaller of the two numbers in the table
 * @param cluster the smallest number among those who are one without asking; -1 when a person is to be asked
 */
public record Pair(int one, int other, Agreement agreement, double weight, double probability, int cluster) {
    public Pair {
        requireNonNull(agreement, "agreement is null");
        if (one >= other) {
            throw new IllegalArgumentException("a pair " + one + ", " + other + " is not in order");
        }
    }

    public boolean certain() {
        return cluster >= 0;
    }
}
