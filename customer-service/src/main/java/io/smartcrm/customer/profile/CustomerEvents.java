package io.smartcrm.customer.profile;

import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.CustomerChanged;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.wire.TimeOrderedId;
import io.smartcrm.wire.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the rest of the suite learns about customers: everything but who they are in person and in other systems. */
final class CustomerEvents {
    private CustomerEvents() {}

    static OutboxEvent changed(Customer customer) {
        var fact =
                CustomerChanged.newBuilder().setCustomer(impersonal(customer)).build();
        return OutboxEvent.of(
                Topics.CUSTOMERS,
                customer.id().toString(),
                fact,
                CustomerEvent.newBuilder().setCustomerChanged(fact).build());
    }

    /** The customer is forgotten. */
    static OutboxEvent erased(UUID customer) {
        return new OutboxEvent(
                TimeOrderedId.next(),
                Topics.CUSTOMERS,
                customer.toString(),
                CustomerChanged.getDescriptor().getFullName(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The message without name, e-mail, phone and identities. */
    static io.smartcrm.proto.customer.v1.Customer.Builder impersonal(Customer customer) {
        var message = io.smartcrm.proto.customer.v1.Customer.newBuilder()
                .setId(customer.id().toString())
                .setCountry(customer.profile().country())
                .setCreateTime(timestamp(customer.createTime()))
                .setUpdateTime(timestamp(customer.updateTime()))
                .setEtag(customer.etag());
        message.addAllTags(customer.labels().tags()).setTeam(customer.labels().team());
        customer.labels().attributes().forEach((name, value) -> message.putAttributes(name, value(value)));
        customer.mergedInto().ifPresent(other -> message.setMergedInto(other.toString()));
        return message;
    }

    /** Of a text, a boolean or a number. */
    static Value value(Object value) {
        if (value instanceof Boolean truth) {
            return Value.newBuilder().setBoolValue(truth).build();
        }
        if (value instanceof Number number) {
            return Value.newBuilder().setNumberValue(number.doubleValue()).build();
        }
        return Value.newBuilder().setStringValue(value.toString()).build();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
