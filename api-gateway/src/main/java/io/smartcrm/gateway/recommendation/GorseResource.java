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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The calls a client of Gorse makes, in its shapes: point its base address here. */
@Path("/api/v1/gorse/api")
@Tag(name = "Recommendations")
class GorseResource {
    private final RecommendationClient recommendations;

    GorseResource(RecommendationClient recommendations) {
        this.recommendations = recommendations;
    }

    @GET
    @Path("/recommend/{userId}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Product ids for a customer, as Gorse answers them")
    public Uni<List<String>> recommend(
            @RestPath String userId, @RestQuery @Nullable String n, @RestQuery @Nullable String category) {
        RecommendationQuery query = new RecommendationQuery();
        query.customerId = userId;
        query.pageSize = n;
        query.excludeBought = "true";
        query.category = category;
        return recommendations
                .recommend(query)
                .map(answer ->
                        GorseScore.of(answer).stream().map(GorseScore::id).toList());
    }

    @GET
    @Path("/item/{itemId}/neighbors")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "Products like one, as Gorse answers them")
    public Uni<List<GorseScore>> neighbors(@RestPath String itemId, @RestQuery @Nullable String n) {
        return recommendations.similar(itemId, Parameters.whole("n", n), null).map(GorseScore::of);
    }

    @POST
    @Path("/session/recommend")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "What a visitor goes on to, as Gorse answers it",
            description = "Changes nothing, so it needs no Idempotency-Key.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = GorseFeedback.class),
                            example = "[{\"FeedbackType\": \"read\", \"UserId\": \"visitor\", \"ItemId\": \"lamp\"}]"))
    public Uni<List<GorseScore>> session(@Nullable List<GorseFeedback> feedback, @RestQuery @Nullable String n) {
        RecommendationQuery query = new RecommendationQuery();
        query.scenario = "NEXT_IN_SESSION";
        query.productIds = Parameters.body(feedback).stream()
                .sorted(Comparator.comparing(GorseFeedback::time))
                .map(GorseFeedback::itemId)
                .collect(Collectors.joining(","));
        query.pageSize = n;
        return recommendations.recommend(query).map(GorseScore::of);
    }
}
