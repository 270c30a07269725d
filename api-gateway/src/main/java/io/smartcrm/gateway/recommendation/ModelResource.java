package io.smartcrm.gateway.recommendation;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
}
