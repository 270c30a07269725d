package io.smartcrm.gateway.recommendation;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

@Path("/api/v1/models")
@Tag(name = "Recommendations")
class ModelResource {
    private final RecommendationClient recommendations;

    ModelResource(RecommendationClient recommendations) {
        this.recommendations = recommendations;
    }

    @POST
    @Path("/train")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Train the recommendation model now",
            description = "Answers when the new model serves. Sending it twice leaves the same model, "
                    + "so it needs no Idempotency-Key.")
    public Uni<ModelView> train() {
        return recommendations.train();
    }

    @GET
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "The recommendation models kept, newest first")
    public Uni<List<ModelView>> list() {
        return recommendations.models();
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed({ADMIN, ANALYST})
    @Operation(
            summary = "Go back to an older recommendation model",
            description =
                    "It serves at once, those after it are forgotten, and no new one is trained until one is asked"
                            + " for. Sending it twice leaves the same model, so it needs no Idempotency-Key.")
    public Uni<ModelView> restore(@RestPath String id) {
        return recommendations.restore(id);
    }
}
