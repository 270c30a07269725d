package io.smartcrm.gateway.demand;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.demand.DemandForecastView.ScopeView;
import io.smartcrm.gateway.http.Parameters;
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
            summary = "Forecast demand",
            description = "Of the product, category, country, channel or segment named, in total when none is; of a "
                    + "segment what those bought who are in it now. "
                    + "The method is chosen for the series by how the methods would have done in the past, unless methods are "
                    + "named. Each comes with 80 % and 95 % intervals. With a service level the answer says how much to "
                    + "have in stock.")
    public Uni<DemandForecastView> forecast(
            @RestQuery @Nullable String productId,
            @RestQuery @Nullable String category,
            @RestQuery @Nullable String country,
            @RestQuery @Nullable String channel,
            @RestQuery @Nullable String segmentId,
            @RestQuery @Nullable String step,
            @RestQuery @Nullable String horizon,
            @RestQuery @Nullable String methods,
            @RestQuery @Nullable String serviceLevel,
            @RestQuery @Nullable String leadTime) {
        return demand.forecast(new DemandQuestion(
                new ScopeView(productId, category, country, channel, segmentId).checked(),
                Parameters.text(step),
                Parameters.whole("horizon", horizon),
                Parameters.list(methods),
                Parameters.decimal("serviceLevel", serviceLevel),
                Parameters.whole("leadTime", leadTime)));
    }
}
