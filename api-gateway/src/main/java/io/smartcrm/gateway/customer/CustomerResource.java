package io.smartcrm.gateway.customer;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.ETags;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers")
@Tag(name = "Customers")
class CustomerResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final CustomerClient customers;

    CustomerResource(CustomerClient customers) {
        this.customers = customers;
    }

    @POST
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @ResponseStatus(201)
    @APIResponseSchema(value = CustomerView.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(summary = "Record a customer")
    public Uni<RestResponse<CustomerView>> create(
            @Nullable NewCustomer wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return customers
                .create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(customer -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, customer)
                        .location(URI.create("/api/v1/customers/" + customer.id()))
                        .header(HttpHeaders.ETAG, ETags.quoted(customer.etag()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "List customers, newest first",
            description =
                    "filter is one of: country = \"GB\", tag = \"vip\", team = \"north\", attribute = \"size:L\" (an"
                            + " indexed one), identity = \"shop:12347\", email = \"ada@example.org\", phone = \"+44 20"
                            + " 7946 0000\", name : \"ada exa\" (words begin so); with it or alone, joined by and:"
                            + " createTime >= \"2026-01-01T00:00:00Z\", createTime < \"2026-02-01T00:00:00Z\". orderBy is"
                            + " create_time desc or create_time. Agents see the customers of the own team and of none.")
    public Uni<Page<CustomerView>> list(
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken,
            @RestQuery @Nullable String filter,
            @RestQuery @Nullable String orderBy) {
        return customers.list(
                Parameters.whole("pageSize", pageSize),
                Parameters.text(pageToken),
                Parameters.text(filter),
                Parameters.text(orderBy));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponseSchema(CustomerView.class)
    @Operation(summary = "Read a customer", description = "The answer's ETag names the version that was read.")
    public Uni<RestResponse<CustomerView>> get(
            @RestPath String id, @RestHeader(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return customers
                .get(id)
                .map(customer -> ETags.known(ifNoneMatch, customer.etag())
                        ? RestResponse.ResponseBuilder.<CustomerView>create(RestResponse.Status.NOT_MODIFIED)
                                .header(HttpHeaders.ETAG, ETags.quoted(customer.etag()))
                                .build()
                        : versioned(customer));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MERGE_PATCH)
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @APIResponseSchema(CustomerView.class)
    @Operation(
            summary = "Change a customer",
            description =
                    "JSON Merge Patch: null empties a field, lists are replaced whole, of attributes the named ones "
                            + "change. If-Match must be the ETag of the version last read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = CustomerPatch.Shape.class),
                            example = "{\"phone\": \"+44 20 7946 0000\", \"email\": null}"))
    public Uni<RestResponse<CustomerView>> update(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable CustomerPatch patch) {
        return customers
                .update(id, ETags.required(ifMatch), Parameters.body(patch))
                .map(CustomerResource::versioned);
    }

    private static RestResponse<CustomerView> versioned(CustomerView customer) {
        return RestResponse.ResponseBuilder.ok(customer)
                .header(HttpHeaders.ETAG, ETags.quoted(customer.etag()))
                .build();
    }
}
