package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.strategy.Decision;
import io.smartcrm.loyalty.strategy.Decision.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a strategy would decide; counts of a share of the customers stand for all. */
public final class Preview {
    private static final int SAMPLE = 20;

    private final String basis;
    private final double share;
    private final Map<Reason, Long> passed = new EnumMap<>(Reason.class);
    private final List<UUID> sample = new ArrayList<>();
    private long candidates;
    private long acting;
    private long heldOut;

    /**
     * Of nothing yet.
     *
     * @param basis what is looked at, in words
     * @param share of the customers that are looked at
     */
    Preview(String basis, double share) {
        this.basis = basis;
        this.share = share;
    }

    void add(List<Decided> decided) {
        for (Decided one : decided) {
            candidates++;
            if (one.decision() instanceof Decision.Pass pass) {
                passed.merge(pass.reason(), 1L, Long::sum);
            } else if (one.acting()) {
                acting++;
                if (sample.size() < SAMPLE) {
                    sample.add(one.occasion().customer());
                }
            } else {
                heldOut++;
            }
        }
    }

    private long scaled(long count) {
        return Math.round(count / share);
    }

    public String basis() {
        return basis;
    }

    /** Below 1 the counts are estimates. */
    public double share() {
        return share;
    }

    public long candidates() {
        return scaled(candidates);
    }

    public long acting() {
        return scaled(acting);
    }

    public long heldOut() {
        return scaled(heldOut);
    }

    public Map<Reason, Long> passed() {
        Map<Reason, Long> all = new EnumMap<>(Reason.class);
        passed.forEach((reason, count) -> all.put(reason, scaled(count)));
        return all;
    }

    public List<UUID> sample() {
        return List.copyOf(sample);
    }
}
