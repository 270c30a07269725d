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

@Path("/api/v1/products/{id}/similar")
@Tag(name = "Recommendations")
class SimilarProductResource {
    private final RecommendationClient recommendations;

    SimilarProductResource(RecommendationClient recommendations) {
        this.recommendations = recommendations;
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "What is like a product",
            description =
                    "By its customers first, then by what is written about it, then by category, brand, attributes and"
                            + " price; of a product nobody bought yet those that agree in most attributes come before"
                            + " the texts. basis BEHAVIOUR, CONTENT or ATTRIBUTES asks for one of these.")
    public Uni<Recommendations> similar(
            @RestPath String id, @RestQuery @Nullable String size, @RestQuery @Nullable String basis) {
        return recommendations.similar(id, Parameters.whole("size", size), basis);
    }
}
