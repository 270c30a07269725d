package io.smartcrm.customer;

import io.grpc.Channel;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.DataJob;
import io.smartcrm.proto.customer.v1.DataJobServiceGrpc;
import io.smartcrm.proto.customer.v1.DataJobState;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetDataJobRequest;
import io.smartcrm.proto.customer.v1.Identity;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Customers of one test, and the jobs that work on them. */
public final class People {
    private final Channel channel;

    /** @param channel of an admin */
    public People(Channel channel) {
        this.channel = channel;
    }

    /** Letters that no other test has. */
    public static String unique() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q"
                + Long.toString(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), Long.MAX_VALUE), 26)
                        .replaceAll("[0-9]", "z");
    }

    public Customer create(String name, String email, String phone, String country) {
        return CustomerServiceGrpc.newBlockingStub(channel)
                .createCustomer(CreateCustomerRequest.newBuilder()
                        .setCustomer(Customer.newBuilder()
                                .setName(name)
                                .setEmail(email)
                                .setPhone(phone)
                                .setCountry(country)
                                .addIdentities(Identity.newBuilder()
                                        .setNamespace("people")
                                        .setValue(UUID.randomUUID().toString())))
                        .build())
                .getCustomer();
    }

    public Customer get(String id) {
        return CustomerServiceGrpc.newBlockingStub(channel)
                .getCustomer(GetCustomerRequest.newBuilder().setId(id).build())
                .getCustomer();
    }

    /** The job when it has succeeded. */
    public DataJob succeeded(DataJob started) {
        var jobs = DataJobServiceGrpc.newBlockingStub(channel);
        var request = GetDataJobRequest.newBuilder().setId(started.getId()).build();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> jobs.getDataJob(request).getJob(),
                        job -> job.getState() == DataJobState.DATA_JOB_STATE_SUCCEEDED);
    }
}
