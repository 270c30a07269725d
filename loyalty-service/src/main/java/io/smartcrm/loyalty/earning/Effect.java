package io.smartcrm.loyalty.earning;

/** What a rule does to the points of an order. */
public sealed interface Effect {
    /** So many points for each so much spent; what is left over earns nothing. */
    record PerAmount(long points, long perMinorUnits) implements Effect {
        public PerAmount {
            requirePositive("points", points);
            requirePositive("perMinorUnits", perMinorUnits);
        }

        long of(long minorUnits) {
            return minorUnits <= 0 ? 0 : Math.multiplyExact(minorUnits / perMinorUnits, points);
        }
    }

    /** Multiplies what the order earns by the amount; 100 changes nothing. */
    record Multiply(int percent) implements Effect {
        public Multiply {
            requirePositive("percent", percent);
        }
    }

    /** Points beside those for the amount; multiplied by nothing. */
    record Bonus(long points) implements Effect {
        public Bonus {
            requirePositive("points", points);
        }
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " is " + value + ", not positive");
        }
    }
}
