package io.smartcrm.gateway.exporting;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/exports")
@Tag(name = "Exports")
class ExportResource {
    private final ExportClient exports;

    ExportResource(ExportClient exports) {
        this.exports = exports;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @ResponseStatus(202)
    @APIResponseSchema(value = ExportView.class, responseCode = "202", responseDescription = "Waiting")
    @Operation(
            summary = "Write a list into a file",
            description =
                    "The file is written in the background; Location is the job. Only who asked can see and download"
                            + " it. The audit log is for admins.")
    public Uni<RestResponse<ExportView>> create(
            @Nullable ExportWish wish, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return exports.create(Parameters.body(wish), IdempotencyKey.required(idempotencyKey))
                .map(job -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                        .location(URI.create("/api/v1/exports/" + job.id()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "List the own exports, newest first")
    public Uni<Page<ExportView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return exports.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Read an export")
    public Uni<ExportView> get(@RestPath String id) {
        return exports.get(id);
    }

    /** Asks for the export first, as a stream of events has said 200 before its first event. */
    @GET
    @Path("/{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ExistingExport
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "Watch an export",
            description = "Server-sent events, each the export as it is then; the stream ends with the export.")
    public Multi<ExportView> watch(@RestPath String id) {
        return exports.watch(id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Stop an export, or delete its file")
    public Uni<ExportView> cancel(
            @RestPath String id, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return exports.cancel(id, IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @Path("/{id}/file")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @APIResponse(
            responseCode = "200",
            description = "The finished file",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Operation(summary = "Download the file of an export", description = "Until it expires.")
    public Multi<byte[]> file(@RestPath String id) {
        return RestMulti.fromUniResponse(
                exports.get(id),
                job -> exports.file(id),
                job -> Map.of(
                        HttpHeaders.CONTENT_DISPOSITION, List.of("attachment; filename=\"" + job.fileName() + "\"")));
    }
}
