package io.smartcrm.gateway.recommendation;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Parameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/customers/{id}/recommendations")
@Tag(name = "Recommendations")
class RecommendationResource {
    private final RecommendationClient recommendations;

    RecommendationResource(RecommendationClient recommendations) {
        this.recommendations = recommendations;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "What a customer may want next",
            description = "A customer of whom nothing is known gets what many bought lately.")
    public Uni<Recommendations> forCustomer(
            @RestPath String id,
            @RestQuery @Nullable String size,
            @RestQuery @Nullable String excludeBought,
            @RestQuery @Nullable String exclude) {
        return recommendations.forCustomer(
                id,
                Parameters.whole("size", size),
                Parameters.flag("excludeBought", excludeBought),
                Parameters.list(exclude));
    }
}
