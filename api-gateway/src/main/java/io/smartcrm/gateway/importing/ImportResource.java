package io.smartcrm.gateway.importing;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.BodyLimit;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
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

    /** Enough to recognise a file by. */
    private static final int BEGINNING = 2 << 20;

    private final ImportClient imports;
    private final BodyLimit bodies;

    ImportResource(ImportClient imports, BodyLimit bodies) {
        this.imports = imports;
        this.bodies = bodies;
    }

    /** On a worker: the form lies on disk and is opened there. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    @RolesAllowed({ADMIN, INTEGRATOR})
    @ResponseStatus(202)
    @APIResponseSchema(value = ImportView.class, responseCode = "202", responseDescription = "Stored and waiting")
    @Operation(
            summary = "Import a file of records",
            description = "The file is stored and read in the background; Location is the job.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.Shape.class)))
    public Uni<RestResponse<ImportView>> upload(
            MultipartFormDataInput form,
            @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey,
            @Context RoutingContext request)
            throws IOException {
        String requestId = IdempotencyKey.required(idempotencyKey);
        bodies.check(request);
        return imports.upload(ImportForm.of(form), requestId)
                .map(job -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                        .location(URI.create("/api/v1/imports/" + job.id()))
                        .build());
    }

    /** On a worker: the form lies on disk and is opened there. */
    @POST
    @Path("/inspect")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    @RolesAllowed({ADMIN, INTEGRATOR})
    @Operation(
            summary = "Look at a file before it is imported",
            description = "Format, header, first rows and a mapping that seems to fit. Nothing is kept, so it needs no"
                    + " Idempotency-Key.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema = @Schema(implementation = ImportForm.InspectionShape.class)))
    public Uni<InspectionView> inspect(MultipartFormDataInput form, @Context RoutingContext request)
            throws IOException {
        bodies.check(request);
        ImportForm read = ImportForm.withFile(form);
        try (InputStream content = Files.newInputStream(read.file())) {
            byte[] beginning = content.readNBytes(BEGINNING);
            return imports.inspect(read, beginning, content.read() < 0);
        }
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
    @Operation(summary = "Stop an import", description = "What is stored stays stored; revert takes it back.")
    public Uni<ImportView> cancel(
            @RestPath String id, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return imports.cancel(id, IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/{id}/revert")
    @RolesAllowed({ADMIN, INTEGRATOR})
    @ResponseStatus(202)
    @APIResponseSchema(value = ImportView.class, responseCode = "202", responseDescription = "Being taken back")
    @Operation(
            summary = "Take an ended import back",
            description =
                    "What it created goes, what it changed is as it was, unless it changed since or others use it."
                            + " Goes on in the background; watch it as the import.")
    public Uni<RestResponse<ImportView>> revert(
            @RestPath String id, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return imports.revert(id, IdempotencyKey.required(idempotencyKey))
                .map(job -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                        .location(URI.create("/api/v1/imports/" + job.id()))
                        .build());
    }

    @GET
    @Path("/{id}/rejected-rows")
    @Produces(CSV)
    @RolesAllowed({ADMIN, INTEGRATOR})
    @APIResponse(
            responseCode = "200",
            description = "Line, column, value and reason of each rejected row; of a dry run the first 1,000",
            content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
    @Operation(summary = "Download the rows that an import rejected")
    public Multi<byte[]> rejectedRows(@RestPath String id) {
        return RestMulti.fromMultiData(imports.rejectedRows(id))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-rows.csv\"")
                .build();
    }
}
