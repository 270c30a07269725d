package io.smartcrm.loyalty.earning;

import java.util.List;

/**
 * What an order earns, and by which rules.
 *
 * @param parts in the order of the rules; they add up to the points unless the most for one order cuts them off
 */
public record Earned(long points, List<Part> parts) {
    public Earned {
        parts = List.copyOf(parts);
    }

    public record Part(String rule, long points) {}
}
