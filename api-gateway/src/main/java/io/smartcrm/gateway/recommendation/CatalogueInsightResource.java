package io.smartcrm.gateway.recommendation;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.recommendation.CatalogueInsightViews.CategoryProposalView;
import io.smartcrm.gateway.recommendation.CatalogueInsightViews.TextGroupView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/catalogue-insights")
@Tag(name = "Recommendations")
class CatalogueInsightResource {
    private final CatalogueInsightClient insights;

    CatalogueInsightResource(CatalogueInsightClient insights) {
        this.insights = insights;
    }

    @GET
    @Path("/text-groups")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "Products whose texts read alike, largest group first",
            description = "The latest 20,000 products on sale; groups is 1 to 100, 20 unless given.")
    public Uni<List<TextGroupView>> textGroups(@RestQuery @Nullable String groups) {
        return insights.textGroups(Parameters.whole("groups", groups));
    }

    @GET
    @Path("/category-proposals")
    @RolesAllowed({ADMIN, ANALYST, MARKETER})
    @Operation(
            summary = "Categories for products without one, by their texts, surest first",
            description = "Nothing is changed by them; leastProbability is 0 to 1.")
    public Uni<List<CategoryProposalView>> categoryProposals(
            @RestQuery @Nullable String leastProbability, @RestQuery @Nullable String pageSize) {
        return insights.categoryProposals(
                RecommendMessage.number("leastProbability", leastProbability).orElse(0.0),
                Parameters.whole("pageSize", pageSize));
    }
}
