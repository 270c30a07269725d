package io.smartcrm.customer.audit;

import com.google.protobuf.Timestamp;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.AuditAnchored;
import io.smartcrm.proto.customer.v1.AuditEvent;
import io.smartcrm.wire.Topics;
import java.time.Instant;

/** What leaves the database as a witness of the log in it. */
final class AuditEvents {
    private static final String KEY = "chain";

    private AuditEvents() {}

    static OutboxEvent anchored(AuditAnchor anchor) {
        var fact = AuditAnchored.newBuilder().setAnchor(message(anchor)).build();
        return OutboxEvent.of(
                Topics.AUDIT_ANCHORS,
                KEY,
                fact,
                AuditEvent.newBuilder().setAuditAnchored(fact).build());
    }

    static io.smartcrm.proto.customer.v1.AuditAnchor message(AuditAnchor anchor) {
        return io.smartcrm.proto.customer.v1.AuditAnchor.newBuilder()
                .setSequence(anchor.sequence())
                .setHash(anchor.hash())
                .setTime(timestamp(anchor.time()))
                .build();
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
