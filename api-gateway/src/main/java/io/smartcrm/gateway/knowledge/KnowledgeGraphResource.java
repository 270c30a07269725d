package io.smartcrm.gateway.knowledge;

import static io.smartcrm.gateway.http.Roles.ADMIN;
import static io.smartcrm.gateway.http.Roles.AGENT;
import static io.smartcrm.gateway.http.Roles.ANALYST;
import static io.smartcrm.gateway.http.Roles.INTEGRATOR;
import static io.smartcrm.gateway.http.Roles.MARKETER;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.http.Parameters;
import io.smartcrm.gateway.knowledge.KnowledgeViews.EntityDetailsView;
import io.smartcrm.gateway.knowledge.KnowledgeViews.EntityView;
import io.smartcrm.gateway.knowledge.KnowledgeViews.FactView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/knowledge-graph")
@Tag(name = "Recommendations")
class KnowledgeGraphResource {
    private final KnowledgeGraphClient graph;

    KnowledgeGraphResource(KnowledgeGraphClient graph) {
        this.graph = graph;
    }

    @GET
    @Path("/entities")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(
            summary = "What the catalogue speaks of, that of most products first",
            description =
                    "Brands, colours, materials, sizes, styles, occasions and kinds of things, read from records and"
                            + " texts in any language.")
    public Uni<Page<EntityView>> entities(
            @RestQuery @Nullable String entityType,
            @RestQuery @Nullable String beginning,
            @RestQuery @Nullable String pageSize,
            @RestQuery @Nullable String pageToken) {
        return graph.entities(
                entityType,
                Parameters.text(beginning),
                Parameters.whole("pageSize", pageSize),
                Parameters.text(pageToken));
    }

    @GET
    @Path("/entities/{entityId}")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "An entity with its aliases and what it has to do with others")
    public Uni<EntityDetailsView> entity(@RestPath String entityId) {
        return graph.entity(entityId);
    }

    @GET
    @Path("/entities/{entityId}/products")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "The products of an entity, surest first")
    public Uni<Page<FactView>> products(
            @RestPath String entityId, @RestQuery @Nullable String pageSize, @RestQuery @Nullable String pageToken) {
        return graph.products(entityId, Parameters.whole("pageSize", pageSize), Parameters.text(pageToken));
    }

    @GET
    @Path("/products/{id}/entities")
    @RolesAllowed({ADMIN, ANALYST, MARKETER, AGENT, INTEGRATOR})
    @Operation(summary = "What a product has to do with which entities, surest first")
    public Uni<List<FactView>> entitiesOf(@RestPath String id) {
        return graph.entitiesOf(id);
    }
}
