package io.smartcrm.gateway.importing;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
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
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/imports")
@Tag(name = "Imports")
class ImportResource {
    private static final String CSV = "text/csv";

    private final ImportClient imports;

    ImportResource(ImportClient imports) {
        this.imports = imports;
    }

    /** On a worker: the form lies on disk and is opened there. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    @RolesAllowed({ADMIN, INTEGRATOR})
    @ResponseStatus(202)
    @APIResponseSchema(value = ImportView.class, responseCode = "202", responseDescription = "Stored and waiting")
    @Operation(
            summary = "Import a file of orders",
            description = "The file is stored and read in the background; Location is the job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.Shape.class)))
    public Uni<RestResponse<ImportView>> upload(
            MultipartFormDataInput form, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey)
            throws IOException {
        String requestId = IdempotencyKey.required(idempotencyKey);
        return imports.upload(ImportForm.of(form), requestId)
                .map(job -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                        .location(URI.create("/api/v1/imports/" + job.id()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "List imports, newest first")
    public Uni<Page<ImportView>> list(@RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return imports.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(summary = "Read an import")
    public Uni<ImportView> get(@RestPath String id) {
        return imports.get(id);
    }

    @GET
    @Path("/{id}/events")
    @ExistingImport
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "Watch an import",
            description = "Server-sent events, each the import as it is then; the stream ends with the import.")
    public Multi<ImportView> watch(@RestPath String id) {
        return imports.watch(id);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(
            summary = "Stop an import",
            description =
                    "What is stored stays stored. Sending it twice stops it once, so it needs no Idempotency-Key.")
    public Uni<ImportView> cancel(@RestPath String id) {
        return imports.cancel(id);
    }

    @GET
    @Path("/{id}/rejected-rows")
    @Produces(CSV)
    @RolesAllowed({ADMIN, INTEGRATOR})
    @APIResponse(
            responseCode = "200",
            description = "Line, column, value and reason of each rejected row",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @Operation(summary = "Download the rows that an import rejected")
    public Multi<byte[]> rejectedRows(@RestPath String id) {
        return RestMulti.fromMultiData(imports.rejectedRows(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-rows.csv\"")
                .build();
    }
}
