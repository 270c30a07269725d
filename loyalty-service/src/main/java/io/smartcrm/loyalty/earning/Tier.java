package io.smartcrm.loyalty.earning;

import static java.util.Objects.requireNonNull;

/** @param threshold of the policy's measure, from which on a customer has it */
public record Tier(String name, long threshold) {
    public Tier {
        requireNonNull(name, "name is null");
        if (threshold < 0) {
            throw new IllegalArgumentException("threshold is " + threshold);
        }
    }
}
