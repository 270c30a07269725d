package io.smartcrm.gateway.recommendation;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/recommendations")
@Tag(name = "Recommendations")
class RecommendationListResource {
    private final RecommendationClient recommendations;

    RecommendationListResource(RecommendationClient recommendations) {
        this.recommendations = recommendations;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "What to offer to a customer, a visitor, with a basket, in an e-mail or to everyone",
            description =
                    "A customer who wants nothing chosen by the own profile, and one of whom nothing is known, gets"
                            + " what fits the products given, or what many bought lately.")
    public Uni<Recommendations> recommend(@BeanParam RecommendationQuery query) {
        return recommendations.recommend(query);
    }
}
