package io.smartcrm.recommend.knowledge;

import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.proto.recommend.v1.GetEntityRequest;
import io.smartcrm.proto.recommend.v1.GetEntityResponse;
import io.smartcrm.proto.recommend.v1.KnowledgeGraphService;
import io.smartcrm.proto.recommend.v1.ListEntitiesRequest;
import io.smartcrm.proto.recommend.v1.ListEntitiesResponse;
import io.smartcrm.proto.recommend.v1.ListEntityProductsRequest;
import io.smartcrm.proto.recommend.v1.ListEntityProductsResponse;
import io.smartcrm.proto.recommend.v1.ListProductEntitiesRequest;
import io.smartcrm.proto.recommend.v1.ListProductEntitiesResponse;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

@GrpcService
class KnowledgeGraphGrpc implements KnowledgeGraphService {
    private final KnowledgeGraph graph;

    KnowledgeGraphGrpc(KnowledgeGraph graph) {
        this.graph = graph;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListEntitiesResponse> listEntities(ListEntitiesRequest request) {
        EntityPage page = PagesOfGrpc.of(request);
        List<KnownEntity> entities = graph.entities(page);
        return Uni.createFrom()
                .item(ListEntitiesResponse.newBuilder()
                        .addAllEntities(
                                entities.stream().map(GraphOfGrpc::message).toList())
                        .setNextPageToken(PagesOfGrpc.nextEntities(page, entities))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetEntityResponse> getEntity(GetEntityRequest request) {
        EntityDetails details = graph.entity(request.getId());
        return Uni.createFrom()
                .item(GetEntityResponse.newBuilder()
                        .setEntity(GraphOfGrpc.message(details.entity()))
                        .addAllAliases(details.aliases().stream()
                                .map(GraphOfGrpc::message)
                                .toList())
                        .addAllRelations(details.relations().stream()
                                .map(GraphOfGrpc::message)
                                .toList())
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListEntityProductsResponse> listEntityProducts(ListEntityProductsRequest request) {
        FactPage page = PagesOfGrpc.of(request);
        List<ProductFact> facts = graph.products(page);
        return Uni.createFrom()
                .item(ListEntityProductsResponse.newBuilder()
                        .addAllFacts(facts.stream().map(GraphOfGrpc::message).toList())
                        .setNextPageToken(PagesOfGrpc.nextFacts(page, facts))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<ListProductEntitiesResponse> listProductEntities(ListProductEntitiesRequest request) {
        return Uni.createFrom()
                .item(ListProductEntitiesResponse.newBuilder()
                        .addAllFacts(graph.entitiesOf(request.getProductId()).stream()
                                .map(GraphOfGrpc::message)
                                .toList())
                        .build());
    }
}
