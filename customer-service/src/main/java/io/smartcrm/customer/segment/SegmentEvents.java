package io.smartcrm.customer.segment;

import com.google.protobuf.Timestamp;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.CustomerEnteredSegment;
import io.smartcrm.proto.customer.v1.CustomerLeftSegment;
import io.smartcrm.proto.customer.v1.SegmentEvent;
import io.smartcrm.wire.Topics;
import java.time.Instant;
import java.util.UUID;

/** What the suite learns about segments. */
final class SegmentEvents {
    private SegmentEvents() {}

    static OutboxEvent entered(Segment segment, UUID customer, Instant now) {
        var fact = CustomerEnteredSegment.newBuilder()
                .setSegmentId(segment.id().toString())
                .setCustomerId(customer.toString())
                .setEnterTime(timestamp(now))
                .setDefinitionVersion(segment.definitionVersion())
                .build();
        var event = SegmentEvent.newBuilder().setCustomerEntered(fact).build();
        return OutboxEvent.of(Topics.SEGMENTS, customer.toString(), fact, event);
    }

    static OutboxEvent left(Segment segment, UUID customer, Instant now) {
        var fact = CustomerLeftSegment.newBuilder()
                .setSegmentId(segment.id().toString())
                .setCustomerId(customer.toString())
                .setLeaveTime(timestamp(now))
                .setDefinitionVersion(segment.definitionVersion())
                .build();
        var event = SegmentEvent.newBuilder().setCustomerLeft(fact).build();
        return OutboxEvent.of(Topics.SEGMENTS, customer.toString(), fact, event);
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
