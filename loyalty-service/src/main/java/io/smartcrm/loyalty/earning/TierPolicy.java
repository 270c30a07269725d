package io.smartcrm.loyalty.earning;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Which tier a customer has by what was bought in the period before: higher at once, lower after a time of grace.
 *
 * @param period counted back from now
 * @param tiers the lowest first
 */
public record TierPolicy(Measure measure, Period period, Period grace, List<Tier> tiers) {
    /** What tiers count. */
    public enum Measure {
        /** Points earned by orders. */
        POINTS,
        /** Minor units spent less refunded. */
        SPEND,
        ORDERS
    }

    public TierPolicy {
        requireNonNull(measure, "measure is null");
        tiers = List.copyOf(tiers);
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).threshold() <= tiers.get(i - 1).threshold()) {
                throw new IllegalArgumentException(
                        "tier " + tiers.get(i) + " does not need more than " + tiers.get(i - 1));
            }
        }
    }

    /**
     * Where a customer stands.
     *
     * @param graceEndTime until when a tier stays that is no longer earned
     * @param next the tier above; empty at the top
     * @param missing how much more of the measure the next tier needs
     */
    public record Standing(
            Optional<String> tier, Optional<Instant> graceEndTime, Optional<Tier> next, long measured, long missing) {}

    public Instant countedFrom(Instant now) {
        return now.atZone(ZoneOffset.UTC).minus(period).toInstant();
    }

    /**
     * Looks at a customer.
     *
     * @param current the tier so far; one that is no more counts as none
     * @param graceEndTime as told by the last look
     */
    public Standing review(Optional<String> current, Optional<Instant> graceEndTime, long measured, Instant now) {
        int had = current.map(this::rank).orElse(-1);
        int earned = rank(measured);
        if (earned >= had) {
            return standing(earned, Optional.empty(), measured);
        }
        Instant end = graceEndTime.orElse(now.atZone(ZoneOffset.UTC).plus(grace).toInstant());
        return now.isBefore(end)
                ? standing(had, Optional.of(end), measured)
                : standing(earned, Optional.empty(), measured);
    }

    private Standing standing(int rank, Optional<Instant> graceEndTime, long measured) {
        Optional<Tier> next = rank + 1 < tiers.size() ? Optional.of(tiers.get(rank + 1)) : Optional.empty();
        return new Standing(
                rank < 0 ? Optional.empty() : Optional.of(tiers.get(rank).name()),
                graceEndTime,
                next,
                measured,
                next.map(tier -> Math.max(0, tier.threshold() - measured)).orElse(0L));
    }

    private int rank(long measured) {
        int rank = -1;
        while (rank + 1 < tiers.size() && tiers.get(rank + 1).threshold() <= measured) {
            rank++;
        }
        return rank;
    }

    private int rank(String name) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
