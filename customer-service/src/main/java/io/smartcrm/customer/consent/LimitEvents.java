package io.smartcrm.customer.consent;

import com.google.protobuf.Timestamp;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.PrivacyEvent;
import io.smartcrm.proto.customer.v1.ProcessingLimits;
import io.smartcrm.proto.customer.v1.ProcessingLimitsChanged;
import io.smartcrm.wire.TimeOrderedId;
import io.smartcrm.wire.Topics;
import java.util.Optional;
import java.util.UUID;

/** What the rest of the suite learns of the switches: all but the reason; nothing once none is on. */
final class LimitEvents {
    private LimitEvents() {}

    static OutboxEvent changed(ProcessingLimit limit) {
        if (limit.isNone()) {
            return gone(limit.customerId());
        }
        var fact = ProcessingLimitsChanged.newBuilder()
                .setLimits(ProcessingLimits.newBuilder()
                        .setCustomerId(limit.customerId().toString())
                        .setRestricted(limit.restricted())
                        .setNotByProfile(limit.notByProfile())
                        .setUpdateTime(Timestamp.newBuilder()
                                .setSeconds(limit.updateTime().getEpochSecond())))
                .build();
        return OutboxEvent.of(
                Topics.LIMITS,
                limit.customerId().toString(),
                fact,
                PrivacyEvent.newBuilder().setProcessingLimitsChanged(fact).build());
    }

    static OutboxEvent gone(UUID customer) {
        return new OutboxEvent(
                TimeOrderedId.next(),
                Topics.LIMITS,
                customer.toString(),
                ProcessingLimitsChanged.getDescriptor().getFullName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
