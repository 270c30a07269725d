package io.smartcrm.gateway.privacy;

import static io.smartcrm.gateway.http.Roles.ADMIN;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.privacy.PrivacyViews.ErasureView;
import io.smartcrm.gateway.privacy.PrivacyViews.NewErasure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/erasures")
@Tag(name = "Privacy")
class ErasureResource {
    private final PrivacyClient privacy;

    ErasureResource(PrivacyClient privacy) {
        this.privacy = privacy;
    }

    @POST
    @RolesAllowed(ADMIN)
    @ResponseStatus(202)
    @APIResponseSchema(
            value = ErasureView.class,
            responseCode = "202",
            responseDescription = "Forgotten here, under way")
    @Operation(
            summary = "Forget a customer in all services",
            description = "Cannot be undone. Location is the erasure; its receipt is there once all services answered.")
    public Uni<RestResponse<ErasureView>> erase(
            @Nullable NewErasure wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return privacy.erase(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(erasure -> RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, erasure)
                        .location(URI.create("/api/v1/erasures/" + erasure.id()))
                        .build());
    }

    @GET
    @RolesAllowed(ADMIN)
    @Operation(summary = "List erasures, newest first")
    public Uni<Page<ErasureView>> erasures(
            @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return privacy.erasures(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ADMIN)
    @Operation(summary = "Read how far an erasure is")
    public Uni<ErasureView> erasure(@RestPath String id) {
        return privacy.erasure(id);
    }

    @GET
    @Path("/{id}/receipt")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(ADMIN)
    @APIResponse(
            responseCode = "200",
            description = "What was forgotten where; the header X-Content-SHA256 is its hash",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Object.class)))
    @Operation(summary = "Download the receipt of a complete erasure")
    public Uni<RestResponse<String>> receipt(@RestPath String id) {
        return privacy.receipt(id)
                .map(receipt -> RestResponse.ResponseBuilder.ok(receipt.json())
                        .header("X-Content-SHA256", receipt.hash())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"erasure-receipt.json\"")
                        .build());
    }
}
