package io.smartcrm.gateway.demandplan;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.IdempotencyKey;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
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
import org.jspecify.annotations.Nullable;

@Path("/api/v1/demand-plan-entries")
@Tag(name = "Demand")
class DemandPlanResource {
    private final DemandPlanClient plan;

    DemandPlanResource(DemandPlanClient plan) {
        this.plan = plan;
    }

    @POST
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @ResponseStatus(201)
    @APIResponseSchema(value = PlanEntryView.class, responseCode = "201", responseDescription = "Planned")
    @Operation(
            summary = "Plan a promotion or a price, or tell one of the past",
            description =
                    "Forecasts learn from the past ones what they are worth, and expect it of those to come. At most"
                            + " 1,000 of a product, of a category, and of everything.")
    public Uni<PlanEntryView> create(
            @Nullable NewPlanEntry wanted, @RestHeader(IdempotencyKey.HEADER) @Nullable String idempotencyKey) {
        return plan.create(Parameters.body(wanted), IdempotencyKey.required(idempotencyKey));
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "List promotions and prices, newest first",
            description = "Those of the product or of the category named; all when none is.")
    public Uni<Page<PlanEntryView>> list(
            @RestQuery @Nullable String productId,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return plan.list(productId, category, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(summary = "Delete a promotion or a price", description = "Forecasts know no more of it.")
    public Uni<Void> delete(@RestPath String id) {
        return plan.delete(id);
    }
}
