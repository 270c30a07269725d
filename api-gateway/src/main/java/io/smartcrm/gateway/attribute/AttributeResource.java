package io.smartcrm.gateway.attribute;

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
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/attributes")
@Tag(name = "Attributes of customers")
class AttributeResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final AttributeClient attributes;

    AttributeResource(AttributeClient attributes) {
        this.attributes = attributes;
    }

    @POST
    @RolesAllowed(ADMIN)
    @ResponseStatus(201)
    @APIResponseSchema(value = AttributeView.class, responseCode = "201", responseDescription = "Defined")
    @Operation(summary = "Define an attribute", description = "At most 200 exist, at most 20 of them indexed.")
    public Uni<RestResponse<AttributeView>> create(
            @Nullable NewAttribute wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return attributes
                .create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(created -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .location(URI.create("/api/v1/attributes/" + created.name()))
                        .header(HttpHeaders.ETAG, ETags.quoted(created.etag()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List all attributes, by name")
    public Uni<Page<AttributeView>> list() {
        return attributes.list();
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponseSchema(AttributeView.class)
    @Operation(summary = "Read an attribute")
    public Uni<RestResponse<AttributeView>> get(@RestPath String name) {
        return attributes.get(name).map(AttributeResource::versioned);
    }

    @PATCH
    @Path("/{name}")
    @Consumes(MERGE_PATCH)
    @RolesAllowed(ADMIN)
    @APIResponseSchema(AttributeView.class)
    @Operation(
            summary = "Change an attribute",
            description = "JSON Merge Patch. Values that customers have are checked when they are changed next.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = AttributePatch.Shape.class),
                            example = "{\"choices\": [\"S\", \"M\", \"L\", \"XL\"]}"))
    public Uni<RestResponse<AttributeView>> update(
            @RestPath String name,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable AttributePatch patch) {
        return attributes
                .update(name, ETags.required(ifMatch), Parameters.body(patch))
                .map(AttributeResource::versioned);
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Delete an attribute", description = "Refused while a customer has a value of it.")
    public Uni<Void> delete(@RestPath String name, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return attributes.delete(name, ETags.required(ifMatch));
    }

    private static RestResponse<AttributeView> versioned(AttributeView attribute) {
        return RestResponse.ResponseBuilder.ok(attribute)
                .header(HttpHeaders.ETAG, ETags.quoted(attribute.etag()))
                .build();
    }
}
