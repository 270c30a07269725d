package io.smartcrm.customer.audit;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks a part of the chain and finds the first entry that is not what was chained. Pure. */
final class ChainCheck {
    private final Map<Long, String> anchored = new HashMap<>();
    private final long head;

    /** Where the chain breaks. */
    record Break(long sequence, Kind kind) {
        Break {
            requireNonNull(kind, "kind is null");
        }
    }

    /** How it breaks. */
    enum Kind {
        CHANGED,
        MISSING,
        TRUNCATED,
        REWRITTEN
    }

    /**
     * @param head sequence of the last entry ever chained
     * @param anchors states that the chain must still go through
     */
    ChainCheck(long head, Collection<AuditAnchor> anchors) {
        this.head = Math.max(
                head, anchors.stream().mapToLong(AuditAnchor::sequence).max().orElse(0));
        anchors.forEach(anchor -> anchored.put(anchor.sequence(), anchor.hash()));
    }

    /**
     * @param hashBefore the hash of the entry before the part
     * @param from the sequence that the part begins with
     * @param links in the order of their sequence
     * @param last whether the stored chain ends with this part
     */
    Optional<Break> firstBreak(String hashBefore, long from, List<ChainLink> links, boolean last) {
        String before = hashBefore;
        long expected = from;
        for (ChainLink link : links) {
            if (link.sequence() != expected) {
                return Optional.of(new Break(expected, Kind.MISSING));
            }
            if (!link.follows(before)) {
                return Optional.of(new Break(expected, Kind.CHANGED));
            }
            if (!anchored.getOrDefault(expected, link.hash()).equals(link.hash())) {
                return Optional.of(new Break(expected, Kind.REWRITTEN));
            }
            before = link.hash();
            expected++;
        }
        return last && expected <= head ? Optional.of(new Break(expected, Kind.TRUNCATED)) : Optional.empty();
    }
}
