package io.smartcrm.gateway.duplicate;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.datajob.AcceptedJob;
import io.smartcrm.gateway.datajob.DataJobView;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/duplicates")
@Tag(name = "Data quality")
class DuplicateResource {
    private final DuplicateClient duplicates;

    DuplicateResource(DuplicateClient duplicates) {
        this.duplicates = duplicates;
    }

    @POST
    @Path("/search")
    @RolesAllowed({ADMIN, ANALYST})
    @ResponseStatus(202)
    @APIResponseSchema(value = DataJobView.class, responseCode = "202", responseDescription = "Waiting")
    @Operation(summary = "Search all customers for duplicates", description = "In the background; Location is the job.")
    public Uni<RestResponse<DataJobView>> search(
            @Nullable NewSearch wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return duplicates
                .search(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(AcceptedJob::of);
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "List duplicates to decide about, the most probable first")
    public Uni<Page<DuplicateView>> list(
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return duplicates.list(
                Parameters.text(state), Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "They are one: merge them",
            description = "Sending it twice merges them once, so it needs no Idempotency-Key.")
    public Uni<DuplicateView> accept(@RestPath String id, @Nullable Acceptance acceptance) {
        return duplicates.accept(id, acceptance);
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "They are two: no search asks again",
            description = "Sending it twice rejects it once, so it needs no Idempotency-Key.")
    public Uni<DuplicateView> reject(@RestPath String id) {
        return duplicates.reject(id);
    }
}
