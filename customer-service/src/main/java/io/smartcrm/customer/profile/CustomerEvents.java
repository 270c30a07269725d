package io.smartcrm.customer.profile;

import com.google.protobuf.Timestamp;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.customer.v1.CustomerChanged;
import io.smartcrm.proto.customer.v1.CustomerEvent;
import io.smartcrm.wire.Topics;
import java.time.Instant;

/** What the rest of the suite learns about customers: everything but who they are in person. */
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

    /** The message without name, e-mail and phone. */
    static io.smartcrm.proto.customer.v1.Customer.Builder impersonal(Customer customer) {
        var message = io.smartcrm.proto.customer.v1.Customer.newBuilder()
                .setId(customer.id().toString())
                .setCountry(customer.profile().country())
                .setCreateTime(timestamp(customer.createTime()))
                .setUpdateTime(timestamp(customer.updateTime()))
                .setEtag(customer.etag());
        customer.identities()
                .forEach(identity -> message.addIdentitiesBuilder()
                        .setNamespace(identity.namespace())
                        .setValue(identity.value()));
        return message;
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
