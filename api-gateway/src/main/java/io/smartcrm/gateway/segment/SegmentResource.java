package io.smartcrm.gateway.segment;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/segments")
@Tag(name = "Segments")
class SegmentResource {
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final SegmentClient segments;

    SegmentResource(SegmentClient segments) {
        this.segments = segments;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @ResponseStatus(201)
    @APIResponseSchema(value = SegmentView.class, responseCode = "201", responseDescription = "Made, to be evaluated")
    @Operation(
            summary = "Make a segment of customers",
            description = "It is WAITING until all customers were evaluated, some seconds later.")
    public Uni<RestResponse<SegmentView>> create(
            @Nullable NewSegment wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return segments.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(segment -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, segment)
                        .location(URI.create("/api/v1/segments/" + segment.id()))
                        .header(HttpHeaders.ETAG, ETags.quoted(segment.etag()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List segments, newest first")
    public Uni<Page<SegmentView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return segments.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponseSchema(SegmentView.class)
    @Operation(summary = "Read a segment", description = "The answer's ETag names the version that was read.")
    public Uni<RestResponse<SegmentView>> get(@RestPath String id) {
        return segments.get(id).map(SegmentResource::versioned);
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MERGE_PATCH)
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @APIResponseSchema(SegmentView.class)
    @Operation(summary = "Change a segment", description = "A new definition has all customers evaluated again.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = SegmentPatch.Shape.class),
                            example = "{\"definition\": \"country = 'FR' and orders.count >= 3\"}"))
    public Uni<RestResponse<SegmentView>> update(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable SegmentPatch patch) {
        return segments.update(id, ETags.required(ifMatch), Parameters.body(patch))
                .map(SegmentResource::versioned);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Delete a segment", description = "Its members leave it.")
    public Uni<Void> delete(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return segments.delete(id, ETags.required(ifMatch));
    }

    @POST
    @Path("/{id}/evaluate")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Evaluate all customers again", description = "Twice is once.")
    public Uni<SegmentView> evaluate(@RestPath String id) {
        return segments.evaluate(id);
    }

    @GET
    @Path("/{id}/members")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "List the customers in a segment")
    public Uni<Page<MemberView>> members(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return segments.members(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}/members/{customerId}/explanation")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT})
    @Operation(summary = "Say why a customer is, or is not, in a segment")
    public Uni<ExplanationView> explain(@RestPath String id, @RestPath String customerId) {
        return segments.explain(id, customerId);
    }

    @POST
    @Path("/check")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Check and format a definition")
    public Uni<CheckView> check(@Nullable Definition definition) {
        return segments.check(Parameters.body(definition).text());
    }

    @POST
    @Path("/preview")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Count the customers that fulfil a definition")
    public Uni<PreviewView> preview(@Nullable Definition definition) {
        return segments.preview(Parameters.body(definition).text());
    }

    private static RestResponse<SegmentView> versioned(SegmentView segment) {
        return RestResponse.ResponseBuilder.ok(segment)
                .header(HttpHeaders.ETAG, ETags.quoted(segment.etag()))
                .build();
    }
}
