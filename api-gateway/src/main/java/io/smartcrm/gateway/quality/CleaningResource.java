package io.smartcrm.gateway.quality;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.datajob.AcceptedJob;
import io.smartcrm.gateway.datajob.DataJobView;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/cleanings")
@Tag(name = "Data quality")
class CleaningResource {
    private final CleaningClient cleanings;

    CleaningResource(CleaningClient cleanings) {
        this.cleanings = cleanings;
    }

    @POST
    @Path("/preview")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "See what a cleaning would change",
            description = "Among the latest customers. Nothing is changed, so it needs no Idempotency-Key.")
    public Uni<CleaningPreviewView> preview(@Nullable CleaningPlan plan) {
        return cleanings.preview(Parameters.body(plan));
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST})
    @ResponseStatus(202)
    @APIResponseSchema(value = DataJobView.class, responseCode = "202", responseDescription = "Waiting")
    @Operation(
            summary = "Clean all customers",
            description = "In the background; Location is the job. The originals are kept.")
    public Uni<RestResponse<DataJobView>> start(
            @Nullable CleaningPlan plan, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return cleanings
                .start(Parameters.body(plan), IdempotencyKey.required(idempotencyKey))
                .map(AcceptedJob::of);
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed({ADMIN, ANALYST})
    @ResponseStatus(202)
    @APIResponseSchema(value = DataJobView.class, responseCode = "202", responseDescription = "Waiting")
    @Operation(
            summary = "Bring back what a cleaning changed and nobody has changed since",
            description = "In the background; Location is the job that does it.")
    public Uni<RestResponse<DataJobView>> undo(
            @RestPath String id, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return cleanings.undo(id, IdempotencyKey.required(idempotencyKey)).map(AcceptedJob::of);
    }
}
