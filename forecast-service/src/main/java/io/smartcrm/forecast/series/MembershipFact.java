package io.smartcrm.forecast.series;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whether a customer is in a segment from now on. */
record MembershipFact(UUID segmentId, String customerId, boolean inside) {
    MembershipFact {
        requireNonNull(segmentId, "segmentId is null");
        if (customerId.isEmpty()) {
            throw new IllegalArgumentException("guests are in no segment");
        }
    }

    private record Pair(UUID segmentId, String customerId) {}

    /** The last one of each customer and segment. */
    static Collection<MembershipFact> latest(List<MembershipFact> facts) {
        Map<Pair, MembershipFact> latest = new LinkedHashMap<>();
        facts.forEach(fact -> latest.put(new Pair(fact.segmentId, fact.customerId), fact));
        return latest.values();
    }
}
