package io.smartcrm.gateway.customer;

import com.google.protobuf.FieldMask;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.customer.CustomerView.IdentityView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.customer.v1.CreateCustomerRequest;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.CustomerServiceGrpc;
import io.smartcrm.proto.customer.v1.GetCustomerRequest;
import io.smartcrm.proto.customer.v1.GetCustomerResponse;
import io.smartcrm.proto.customer.v1.Identity;
import io.smartcrm.proto.customer.v1.ListCustomersRequest;
import io.smartcrm.proto.customer.v1.UpdateCustomerRequest;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks customer-service for customers. */
@ApplicationScoped
public class CustomerClient {
    static final List<String> CHANGEABLE =
            List.of("name", "email", "phone", "country", "team", "identities", "tags", "attributes");
    private static final String MESSAGE_PREFIX = "customer.";

    private final Calls calls;

    CustomerClient(Calls calls) {
        this.calls = calls;
    }

    Uni<CustomerView> create(NewCustomer wanted, String requestId) {
        var customer = Customer.newBuilder()
                .setName(text(wanted.name()))
                .setEmail(text(wanted.email()))
                .setPhone(text(wanted.phone()))
                .setCountry(text(wanted.country()))
                .addAllTags(wanted.tags() == null ? List.of() : wanted.tags())
                .setTeam(text(wanted.team()));
        if (wanted.attributes() != null) {
            wanted.attributes()
                    .forEach((name, value) -> customer.putAttributes(name, AttributeValues.message(name, value)));
        }
        wanted.named()
                .forEach(identity -> customer.addIdentities(Identity.newBuilder()
                        .setNamespace(text(identity.namespace()))
                        .setValue(text(identity.value()))));
        var request = CreateCustomerRequest.newBuilder()
                .setCustomer(customer)
                .setRequestId(requestId)
                .build();
        return calls.change(Service.CUSTOMER, CustomerServiceGrpc.getCreateCustomerMethod(), request)
                .onFailure(Failure.class)
                .transform(CustomerClient::inBody)
                .map(response -> view(response.getCustomer()));
    }

    Uni<CustomerView> get(String id) {
        return calls.read(
                        Service.CUSTOMER,
                        CustomerServiceGrpc.getGetCustomerMethod(),
                        GetCustomerRequest.newBuilder().setId(id).build())
                .map(CustomerClient::view);
    }

    /** As {@link #get}, for an answer that can do without it. */
    public Uni<CustomerView> part(String id) {
        return calls.readPart(
                        Service.CUSTOMER,
                        CustomerServiceGrpc.getGetCustomerMethod(),
                        GetCustomerRequest.newBuilder().setId(id).build())
                .map(CustomerClient::view);
    }

    Uni<Page<CustomerView>> list(int pageSize, String pageToken, String filter, String orderBy) {
        var request = ListCustomersRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .setFilter(filter)
                .setOrderBy(orderBy)
                .build();
        return calls.read(Service.CUSTOMER, CustomerServiceGrpc.getListCustomersMethod(), request)
                .map(response ->
                        Page.of(response.getCustomersList(), CustomerClient::view, response.getNextPageToken()));
    }

    Uni<CustomerView> update(String id, String etag, CustomerPatch patch) {
        var customer = Customer.newBuilder().setId(id).setEtag(etag);
        Set<String> paths = new TreeSet<>();
        patch.changes().forEach((field, value) -> {
            switch (field) {
                case "identities" ->
                    value.forEach(identity -> customer.addIdentitiesBuilder()
                            .setNamespace(identity.get("namespace").textValue())
                            .setValue(identity.get("value").textValue()));
                case "tags" -> value.forEach(tag -> customer.addTags(tag.textValue()));
                case "attributes" ->
                    value.properties()
                            .forEach(attribute -> customer.putAttributes(
                                    attribute.getKey(),
                                    AttributeValues.message(attribute.getKey(), attribute.getValue())));
                default ->
                    customer.setField(
                            Customer.getDescriptor().findFieldByName(field), value.isNull() ? "" : value.textValue());
            }
            if (field.equals("attributes") && value.isObject()) {
                value.fieldNames().forEachRemaining(name -> paths.add("attributes." + name));
            } else {
                paths.add(field);
            }
        });
        var request = UpdateCustomerRequest.newBuilder()
                .setCustomer(customer)
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(paths))
                .build();
        return calls.change(Service.CUSTOMER, CustomerServiceGrpc.getUpdateCustomerMethod(), request)
                .onFailure(Failure.class)
                .transform(CustomerClient::inBody)
                .map(response -> view(response.getCustomer()));
    }

    /** The service names fields of its message; the caller of REST sent the customer alone. */
    private static Throwable inBody(Throwable thrown) {
        Failure failure = (Failure) thrown;
        List<Failure.Violation> violations = failure.violations().stream()
                .map(bad -> bad.field().startsWith(MESSAGE_PREFIX)
                        ? new Failure.Violation(bad.field().substring(MESSAGE_PREFIX.length()), bad.detail())
                        : bad)
                .toList();
        var renamed = new Failure(failure.kind(), failure.reason(), String.valueOf(failure.getMessage()), violations);
        renamed.initCause(failure);
        return renamed;
    }

    private static CustomerView view(GetCustomerResponse response) {
        return view(response.getCustomer());
    }

    private static CustomerView view(Customer customer) {
        return new CustomerView(
                customer.getId(),
                customer.getIdentitiesList().stream()
                        .map(identity -> new IdentityView(identity.getNamespace(), identity.getValue()))
                        .toList(),
                Messages.text(customer.getName()),
                Messages.text(customer.getEmail()),
                Messages.text(customer.getPhone()),
                Messages.text(customer.getCountry()),
                customer.getTagsList(),
                AttributeValues.view(customer.getAttributesMap()),
                Messages.text(customer.getTeam()),
                Messages.text(customer.getMergedInto()),
                Messages.time(customer.hasCreateTime(), customer.getCreateTime()),
                Messages.time(customer.hasUpdateTime(), customer.getUpdateTime()),
                customer.getEtag());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
