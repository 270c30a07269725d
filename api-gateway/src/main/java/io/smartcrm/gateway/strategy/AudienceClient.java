package io.smartcrm.gateway.strategy;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.segment.SegmentClient;
import io.smartcrm.proto.loyalty.v1.StrategyDefinition;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks customer-service whether the segments of a definition are there: loyalty-service is told who is in which segment,
 * and would wait for ever for the first member of one that nobody made.
 */
@ApplicationScoped
class AudienceClient {
    private final SegmentClient segments;

    AudienceClient(SegmentClient segments) {
        this.segments = segments;
    }

    /** The definition; fails with INVALID and names the segment that is not there. */
    Uni<StrategyDefinition> known(StrategyDefinition definition) {
        String trigger = definition.getTrigger().getSegment().getSegmentId();
        return require("segmentId", definition.getSegmentId())
                .chain(() -> require("trigger.segment.segmentId", trigger))
                .replaceWith(definition);
    }

    private Uni<Void> require(String field, String id) {
        if (id.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return segments.exists(id)
                .invoke(there -> {
                    if (!there) {
                        throw Failure.invalid(field, "'" + id + "' is no segment; name one of those that are listed");
                    }
                })
                .replaceWithVoid();
    }
}
