package io.smartcrm.loyalty.strategy;

import java.util.UUID;

/** Who is left alone: drawn by the ids, so that a customer stays on one side for as long as the strategy lives. */
final class HoldOut {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final double UNIT = 0x1.0p-53;

    private HoldOut() {}

    static boolean contains(UUID strategy, UUID customer, double share) {
        return draw(strategy, customer) < share;
    }

    /** From 0 to less than 1, even over the customers of a strategy and unrelated between strategies. */
    static double draw(UUID strategy, UUID customer) {
        long mixed = mix(strategy.getMostSignificantBits());
        mixed = mix(mixed ^ strategy.getLeastSignificantBits());
        mixed = mix(mixed ^ customer.getMostSignificantBits());
        mixed = mix(mixed ^ customer.getLeastSignificantBits());
        return (mixed >>> 11) * UNIT;
    }

    /** The finalizer of SplitMix64: every bit of the input changes half of the output. */
    private static long mix(long value) {
        long mixed = value + GOLDEN;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
