package io.smartcrm.gateway.consent;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/consent-terms")
@Tag(name = "Consents")
class ConsentTermResource {
    private final ConsentClient consents;

    ConsentTermResource(ConsentClient consents) {
        this.consents = consents;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List the purposes or the channels that consent can be given for")
    public Uni<Page<ConsentTermView>> list(@RestQuery @Nullable String kind) {
        return consents.terms(Parameters.text(kind));
    }

    @POST
    @RolesAllowed(ADMIN)
    @ResponseStatus(201)
    @APIResponseSchema(value = ConsentTermView.class, responseCode = "201", responseDescription = "Registered")
    @Operation(summary = "Register a purpose or a channel")
    public Uni<RestResponse<ConsentTermView>> create(
            ConsentTermView.@Nullable New wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return consents.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(term -> tagged(RestResponse.Status.CREATED, term));
    }

    @PUT
    @Path("/{kind}/{name}")
    @RolesAllowed(ADMIN)
    @APIResponseSchema(ConsentTermView.class)
    @Operation(summary = "Describe a purpose or a channel anew, or make it inactive")
    public Uni<RestResponse<ConsentTermView>> update(
            @RestPath String kind,
            @RestPath String name,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ConsentTermView.@Nullable Change change) {
        return consents.update(kind, name, ETags.required(ifMatch), Parameters.body(change))
                .map(term -> tagged(RestResponse.Status.OK, term));
    }

    @DELETE
    @Path("/{kind}/{name}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Take a purpose or a channel that no consent names out of the register")
    public Uni<Void> delete(@RestPath String kind, @RestPath String name) {
        return consents.delete(kind, name);
    }

    private static RestResponse<ConsentTermView> tagged(RestResponse.Status status, ConsentTermView term) {
        return RestResponse.ResponseBuilder.create(status, term)
                .header(HttpHeaders.ETAG, ETags.quoted(term.etag()))
                .build();
    }
}
