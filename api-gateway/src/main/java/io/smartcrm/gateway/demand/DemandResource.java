package io.smartcrm.gateway.demand;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.demand.DemandForecastView.ScopeView;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/demand-forecasts")
@Tag(name = "Demand")
class DemandResource {
    private final DemandClient demand;

    DemandResource(DemandClient demand) {
        this.demand = demand;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, INTEGRATOR})
    @Operation(
            summary = "Forecast weekly demand",
            description = "Of the product or of the category named, in total when neither is. "
                    + "The method is chosen for the series by how the methods would have done in the past, unless methods are "
                    + "named. Each comes with 80 % and 95 % intervals. With a service level the answer says how much to "
                    + "have in stock.")
    public Uni<DemandForecastView> forecast(
            @RestQuery @Nullable String productId,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String horizon,
            @RestQuery @Nullable String methods,
            @RestQuery @Nullable String serviceLevel,
            @RestQuery @Nullable String leadTime) {
        if (productId != null && category != null) {
            throw Failure.invalid("category", "name a productId or a category, not both");
        }
        return demand.forecast(
                new ScopeView(productId, category),
                Parameters.whole("horizon", horizon),
                Parameters.list(methods),
                Parameters.decimal("serviceLevel", serviceLevel),
                Parameters.whole("leadTime", leadTime));
    }
}
