package io.smartcrm.gateway.supportcase;

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
import io.smartcrm.gateway.supportcase.NewSupportCase.NewMessage;
import io.smartcrm.gateway.supportcase.SupportCaseView.Added;
import io.smartcrm.gateway.supportcase.SupportCaseView.Figures;
import io.smartcrm.gateway.supportcase.SupportCaseView.MessageView;
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

@Path("/api/v1")
@Tag(name = "Support cases")
class SupportCaseResource {
    static final String FILTERS =
            "filter names assignee, status and priority, joined by and: status = \"OPEN\" and assignee = \"ann\".";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final SupportCaseClient cases;

    SupportCaseResource(SupportCaseClient cases) {
        this.cases = cases;
    }

    @POST
    @Path("/support-cases")
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @ResponseStatus(201)
    @APIResponseSchema(value = SupportCaseView.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(summary = "Record what a customer asks")
    public Uni<RestResponse<SupportCaseView>> create(
            @Nullable NewSupportCase wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return cases.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(created -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created)
                        .location(URI.create("/api/v1/support-cases/" + created.id()))
                        .header(HttpHeaders.ETAG, ETags.quoted(created.etag()))
                        .build());
    }

    @GET
    @Path("/support-cases")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List cases, newest first", description = FILTERS)
    public Uni<Page<SupportCaseView>> list(
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken,
            @RestQuery @Nullable String filter) {
        return cases.list(
                "", Parameters.whole("pageSize", pageSize), Parameters.text(pageToken), Parameters.text(filter));
    }

    @GET
    @Path("/support-cases/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponseSchema(SupportCaseView.class)
    @Operation(summary = "Read a case", description = "The answer's ETag names the version that was read.")
    public Uni<RestResponse<SupportCaseView>> get(@RestPath String id) {
        return cases.get(id).map(SupportCaseResource::versioned);
    }

    @PATCH
    @Path("/support-cases/{id}")
    @Consumes(MERGE_PATCH)
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @APIResponseSchema(SupportCaseView.class)
    @Operation(
            summary = "Bring a case further",
            description = "JSON Merge Patch of status, priority, assignee, tags, subject and, once it is resolved, "
                    + "satisfaction. A status that does not follow is 422. If-Match must be the ETag last read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MERGE_PATCH,
                            schema = @Schema(implementation = SupportCasePatch.Shape.class),
                            example = "{\"status\": \"RESOLVED\", \"assignee\": \"ann\"}"))
    public Uni<RestResponse<SupportCaseView>> update(
            @RestPath String id,
            @RestHeader(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable SupportCasePatch patch) {
        return cases.update(id, ETags.required(ifMatch), Parameters.body(patch)).map(SupportCaseResource::versioned);
    }

    @POST
    @Path("/support-cases/{id}/messages")
    @RolesAllowed({ADMIN, INTEGRATOR, AGENT})
    @ResponseStatus(201)
    @APIResponseSchema(value = Added.class, responseCode = "201", responseDescription = "Recorded")
    @Operation(
            summary = "Record what was said",
            description = "An agent's first message is the first response; a customer's brings a resolved case back.")
    public Uni<RestResponse<Added>> addMessage(
            @RestPath String id,
            @Nullable NewMessage message,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return cases.addMessage(id, Parameters.body(message), IdempotencyKey.required(idempotencyKey))
                .map(added -> RestResponse.status(RestResponse.Status.CREATED, added));
    }

    @GET
    @Path("/support-cases/{id}/messages")
    @RolesAllowed({ADMIN, AGENT, INTEGRATOR})
    @Operation(summary = "List what was said, in its order")
    public Uni<Page<MessageView>> messages(
            @RestPath String id, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return cases.messages(id, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/support-case-figures")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT})
    @Operation(summary = "How service went: median times and mean satisfaction")
    public Uni<Figures> figures(@RestQuery @Nullable String fromDay, @RestQuery @Nullable String toDay) {
        return cases.figures(Parameters.text(fromDay), Parameters.text(toDay));
    }

    private static RestResponse<SupportCaseView> versioned(SupportCaseView found) {
        return RestResponse.ResponseBuilder.ok(found)
                .header(HttpHeaders.ETAG, ETags.quoted(found.etag()))
                .build();
    }
}
