package io.smartcrm.gateway.duplicate;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/merges")
@Tag(name = "Data quality")
class MergeResource {
    private final MergeClient merges;

    MergeResource(MergeClient merges) {
        this.merges = merges;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST})
    @ResponseStatus(201)
    @APIResponseSchema(value = MergeView.class, responseCode = "201", responseDescription = "Merged")
    @Operation(
            summary = "Merge two customers",
            description = "Identities and all records of the loser go to the winner, in one transaction.")
    public Uni<RestResponse<MergeView>> merge(
            @Nullable NewMerge wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return merges.merge(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey))
                .map(merge -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, merge)
                        .location(URI.create("/api/v1/merges/" + merge.id()))
                        .build());
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "List merges, newest first")
    public Uni<Page<MergeView>> list(
            @RestQuery @Nullable String customerId,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return merges.list(
                Parameters.text(customerId), Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "Read a merge")
    public Uni<MergeView> get(@RestPath String id) {
        return merges.get(id);
    }

    @POST
    @Path("/{id}/undo")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Make two customers again of what a merge made one",
            description = "Exactly what moved comes back; what came afterwards stays with the winner. "
                    + "Sending it twice undoes it once, so it needs no Idempotency-Key.")
    public Uni<MergeView> undo(@RestPath String id) {
        return merges.undo(id);
    }
}
