package io.smartcrm.customer.segment;

import static java.util.Objects.requireNonNull;

import io.smartcrm.wire.Failure;
import io.smartcrm.wire.TimeOrderedId;
import java.util.UUID;

/** Our name of a segment. */
public record SegmentId(UUID value) {
    public SegmentId {
        requireNonNull(value, "value is null");
    }

    static SegmentId next() {
        return new SegmentId(TimeOrderedId.next());
    }

    /** @throws Failure NOT_FOUND when no segment can have this id */
    static SegmentId parse(String text) {
        try {
            return new SegmentId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("segment", text);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
