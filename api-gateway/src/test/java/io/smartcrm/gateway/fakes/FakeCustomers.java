package io.smartcrm.gateway.fakes;

import com.google.protobuf.util.Timestamps;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerResponse;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc.CustomerServiceImplBase;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetCustomerResponse;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.ListCustomersResponse;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One customer at version 1, whatever was created by an idempotency key, and two pages of a list. */
final class FakeCustomers extends CustomerServiceImplBase {
    private final Map<String, CreateCustomerRequest> created = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Integer> numberOf = new ConcurrentHashMap<>();

    @Override
    public void createCustomer(CreateCustomerRequest request, StreamObserver<CreateCustomerResponse> answer) {
        if (request.getCustomer().getEmail().equals("not an address")) {
            answer.onError(Failure.invalid("customer.email", "is not an e-mail address")
                    .toStatus());
            return;
        }
        CreateCustomerRequest first = created.putIfAbsent(request.getRequestId(), request);
        if (first != null && !first.equals(request)) {
            answer.onError(
                    new Failure(Failure.Kind.UNPROCESSABLE, "IDEMPOTENCY_KEY_REUSED", "was used for another request")
                            .toStatus());
            return;
        }
        int number = numberOf.computeIfAbsent(request.getRequestId(), key -> numbers.incrementAndGet());
        var customer =
                request.getCustomer().toBuilder().setId("customer-" + number).setEtag("1");
        Ids.complete(
                answer,
                CreateCustomerResponse.newBuilder().setCustomer(customer).build());
    }

    @Override
    public void getCustomer(GetCustomerRequest request, StreamObserver<GetCustomerResponse> answer) {
        String id = request.getId();
        Ids.answer(
                "customer",
                id,
                answer,
                () -> GetCustomerResponse.newBuilder()
                        .setCustomer(id.equals(Ids.ECHO) ? echo() : customer(id))
                        .build());
    }

    @Override
    public void listCustomers(ListCustomersRequest request, StreamObserver<ListCustomersResponse> answer) {
        try {
            int size = PageToken.pageSize(request.getPageSize());
            String query = "customers " + request.getFilter() + " " + request.getOrderBy();
            var response = ListCustomersResponse.newBuilder().addCustomers(customer(Ids.KNOWN));
            if (request.getPageToken().isEmpty()) {
                response.setNextPageToken(PageToken.of(Integer.toString(size)).encode(query));
            } else {
                PageToken.decode(request.getPageToken(), query, 1);
            }
            Ids.complete(answer, response.build());
        } catch (Failure failure) {
            answer.onError(failure.toStatus());
        }
    }

    @Override
    public void updateCustomer(UpdateCustomerRequest request, StreamObserver<UpdateCustomerResponse> answer) {
        if (!request.getCustomer().getEtag().equals("1")) {
            answer.onError(
                    new Failure(Failure.Kind.STALE, "STALE_ETAG", "was changed meanwhile; read it again").toStatus());
            return;
        }
        var customer = customer(request.getCustomer().getId()).toBuilder().setEtag("2");
        for (String field : request.getUpdateMask().getPathsList()) {
            if (field.startsWith("attributes.")) {
                customer.putAllAttributes(request.getCustomer().getAttributesMap());
                continue;
            }
            var descriptor = Customer.getDescriptor().findFieldByName(field);
            customer.setField(descriptor, request.getCustomer().getField(descriptor));
        }
        Ids.answer(
                "customer",
                customer.getId(),
                answer,
                () -> UpdateCustomerResponse.newBuilder().setCustomer(customer).build());
    }

    private static Customer customer(String id) {
        return Customer.newBuilder()
                .setId(id)
                .setMergedInto(id.equals(Ids.MERGED) ? Ids.KNOWN : "")
                .addIdentities(Identity.newBuilder().setNamespace("shop").setValue("12347"))
                .setName("Ada Example")
                .setEmail("ada@example.org")
                .setCountry("GB")
                .setCreateTime(Timestamps.fromMillis(1_700_000_000_123L))
                .setUpdateTime(Timestamps.fromMillis(1_700_000_000_123L))
                .setEtag("1")
                .build();
    }

    private static Customer echo() {
        return Customer.newBuilder()
                .setId(Ids.ECHO)
                .setName(Arrived.header("x-request-id"))
                .setEmail(Arrived.header("authorization"))
                .setPhone(Arrived.timeLeft())
                .build();
    }
}
