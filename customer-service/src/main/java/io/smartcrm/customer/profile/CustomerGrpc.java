package io.smartcrm.customer.profile;

import io.quarkus.grpc.GrpcService;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.listing.Page;
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
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Customers over gRPC. */
@GrpcService
class CustomerGrpc implements CustomerService {
    private final Customers customers;
    private final CommandLog commands;
    private final SecurityIdentity caller;

    CustomerGrpc(Customers customers, CommandLog commands, SecurityIdentity caller) {
        this.customers = customers;
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
                        CreateCustomerResponse.parser(),
                        () -> create(request.getCustomer()))));
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
                        ProfileField.parse(request.getUpdateMask().getPathsList()),
                        profile(newParts))
                .map(customer -> UpdateCustomerResponse.newBuilder()
                        .setCustomer(message(customer))
                        .build());
    }

    private Uni<CreateCustomerResponse> create(io.smartcrm.proto.customer.v1.Customer wanted) {
        List<Identity> identities = wanted.getIdentitiesList().stream()
                .map(identity -> new Identity(identity.getNamespace(), identity.getValue()))
                .toList();
        return customers
                .create(identities, profile(wanted))
                .map(customer -> CreateCustomerResponse.newBuilder()
                        .setCustomer(message(customer))
                        .build());
    }

    private static ListCustomersResponse response(Page<Customer> page, CustomerQuery query) {
        var response = ListCustomersResponse.newBuilder().setNextPageToken(page.nextToken(query::tokenAfter));
        page.items().forEach(customer -> response.addCustomers(message(customer)));
        return response.build();
    }

    private static Profile profile(io.smartcrm.proto.customer.v1.Customer message) {
        return new Profile(message.getName(), message.getEmail(), message.getPhone(), message.getCountry());
    }

    private static io.smartcrm.proto.customer.v1.Customer message(Customer customer) {
        return CustomerEvents.impersonal(customer)
                .setName(customer.profile().name())
                .setEmail(customer.profile().email())
                .setPhone(customer.profile().phone())
                .build();
    }
}
