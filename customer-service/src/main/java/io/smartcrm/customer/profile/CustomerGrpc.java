package io.smartcrm.customer.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.grpc.GrpcService;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
import io.smartcrm.customer.vault.Vault;
import io.smartcrm.outbox.CommandLog;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.CreateCustomerResponse;
import io.smartcrm.proto.customer.v1.CustomerService;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetCustomerResponse;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.ListCustomersResponse;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Customers over gRPC. */
@GrpcService
class CustomerGrpc implements CustomerService {
    private static final String ANSWER = "create-customer";
    private static final int ID_LENGTH = 36;

    private final Customers customers;
    private final Vault vault;
    private final CommandLog commands;
    private final SecurityIdentity caller;

    CustomerGrpc(Customers customers, Vault vault, CommandLog commands, SecurityIdentity caller) {
        this.customers = customers;
        this.vault = vault;
        this.commands = commands;
        this.caller = caller;
    }

    @Override
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<CreateCustomerResponse> createCustomer(CreateCustomerRequest request) {
        String principal = caller.getPrincipal().getName();
        return Panache.withTransaction(() -> Panache.getSession()
                .chain(session -> commands.once(
                                session,
                                principal,
                                request.getRequestId(),
                                request,
                                BytesValue.parser(),
                                () -> create(request.getCustomer()).chain(created -> sealed(session, created)))
                        .chain(answer -> opened(session, answer))));
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetCustomerResponse> getCustomer(GetCustomerRequest request) {
        return customers
                .get(CustomerId.parse(request.getId()))
                .map(customer -> GetCustomerResponse.newBuilder()
                        .setCustomer(message(customer))
                        .build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListCustomersResponse> listCustomers(ListCustomersRequest request) {
        var query = CustomerQuery.parse(
                request.getFilter(), request.getOrderBy(), request.getPageSize(), request.getPageToken());
        return customers.list(query).map(page -> response(page, query));
    }

    @Override
    @RolesAllowed({"admin", "integrator", "agent"})
    public Uni<UpdateCustomerResponse> updateCustomer(UpdateCustomerRequest request) {
        var newParts = request.getCustomer();
        return customers
                .update(
                        CustomerId.parse(newParts.getId()),
                        newParts.getEtag(),
                        CustomerChange.of(
                                request.getUpdateMask().getPathsList(),
                                identities(newParts),
                                profile(newParts),
                                labels(newParts)))
                .map(customer -> UpdateCustomerResponse.newBuilder()
                        .setCustomer(message(customer))
                        .build());
    }

    private Uni<CreateCustomerResponse> create(io.smartcrm.proto.customer.v1.Customer wanted) {
        return customers
                .create(identities(wanted), profile(wanted), labels(wanted))
                .map(customer -> CreateCustomerResponse.newBuilder()
                        .setCustomer(message(customer))
                        .build());
    }

    private static ListCustomersResponse response(Page<Customer> page, CustomerQuery query) {
        var response = ListCustomersResponse.newBuilder().setNextPageToken(page.nextToken(query::tokenAfter));
        page.items().forEach(customer -> response.addCustomers(message(customer)));
        return response.build();
    }

    /** The log of commands keeps answers: this one as unreadable as the customer. */
    private Uni<BytesValue> sealed(Mutiny.Session session, CreateCustomerResponse answer) {
        UUID id = UUID.fromString(answer.getCustomer().getId());
        return vault.key(session, id).map(key -> {
            var sealed = ByteString.copyFrom(key.sealBytes(ANSWER, answer.toByteArray()));
            var name = ByteString.copyFrom(answer.getCustomer().getId(), UTF_8);
            return BytesValue.of(name.concat(sealed));
        });
    }

    private Uni<CreateCustomerResponse> opened(Mutiny.Session session, BytesValue answer) {
        UUID id = UUID.fromString(answer.getValue().substring(0, ID_LENGTH).toStringUtf8());
        return vault.key(session, id).map(key -> {
            try {
                return CreateCustomerResponse.parseFrom(key.openBytes(
                        ANSWER, answer.getValue().substring(ID_LENGTH).toByteArray()));
            } catch (InvalidProtocolBufferException malformed) {
                throw new IllegalStateException("a remembered answer cannot be read", malformed);
            }
        });
    }

    private static List<Identity> identities(io.smartcrm.proto.customer.v1.Customer message) {
        return message.getIdentitiesList().stream()
                .map(identity -> new Identity(identity.getNamespace(), identity.getValue()))
                .toList();
    }

    private static Labels labels(io.smartcrm.proto.customer.v1.Customer message) {
        Map<String, Object> attributes = new HashMap<>();
        message.getAttributesMap().forEach((name, value) -> {
            switch (value.getKindCase()) {
                case STRING_VALUE -> attributes.put(name, value.getStringValue());
                case NUMBER_VALUE -> attributes.put(name, value.getNumberValue());
                case BOOL_VALUE -> attributes.put(name, value.getBoolValue());
                case NULL_VALUE, KIND_NOT_SET -> attributes.remove(name);
                case STRUCT_VALUE, LIST_VALUE ->
                    throw Failure.invalid("attributes." + name, "is neither a text nor a number nor a boolean");
            }
        });
        return new Labels(message.getTagsList(), attributes, message.getTeam());
    }

    private static Profile profile(io.smartcrm.proto.customer.v1.Customer message) {
        return new Profile(message.getName(), message.getEmail(), message.getPhone(), message.getCountry());
    }

    private static io.smartcrm.proto.customer.v1.Customer message(Customer customer) {
        var message = CustomerEvents.impersonal(customer);
        customer.identities()
                .forEach(identity -> message.addIdentitiesBuilder()
                        .setNamespace(identity.namespace())
                        .setValue(identity.value()));
        return message.setName(customer.profile().name())
                .setEmail(customer.profile().email())
                .setPhone(customer.profile().phone())
                .build();
    }
}
