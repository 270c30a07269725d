package io.smartcrm.gateway.forecastmethod;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/forecast-methods")
@Tag(name = "Forecast runs")
class ForecastMethodResource {
    private final ForecastMethodClient methods;

    ForecastMethodResource(ForecastMethodClient methods) {
        this.methods = methods;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "List which method forecast since when",
            description = "Newest first: the first one holds for runs and forecasts that name no method.")
    public Uni<Page<MethodPromotionView>> list(
            @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return methods.list(Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Promote a method",
            description =
                    "Runs that start from now on use it, and where a method is chosen for a series it keeps its place"
                            + " unless one of the candidates is clearly better there.")
    public Uni<MethodPromotionView> promote(
            @Nullable NewPromotion promotion, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return methods.promote(Parameters.body(promotion), IdempotencyKey.required(idempotencyKey));
    }

    @POST
    @Path("/restore")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(summary = "Go back to an earlier method", description = "As a new version, so that the history stays.")
    public Uni<MethodPromotionView> restore(
            @Nullable Restoration restoration, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return methods.restore(Parameters.body(restoration), IdempotencyKey.required(idempotencyKey));
    }
}
