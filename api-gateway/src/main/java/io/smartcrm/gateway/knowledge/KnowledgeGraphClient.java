package io.smartcrm.gateway.knowledge;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.gateway.knowledge.KnowledgeViews.AliasView;
import io.smartcrm.gateway.knowledge.KnowledgeViews.EntityDetailsView;
import io.smartcrm.gateway.knowledge.KnowledgeViews.EntityView;
import io.smartcrm.gateway.knowledge.KnowledgeViews.FactView;
import io.smartcrm.gateway.knowledge.KnowledgeViews.ProductView;
import io.smartcrm.gateway.knowledge.KnowledgeViews.RelationView;
import io.smartcrm.proto.recommend.v1.DescribedProduct;
import io.smartcrm.proto.recommend.v1.EntityType;
import io.smartcrm.proto.recommend.v1.GetEntityRequest;
import io.smartcrm.proto.recommend.v1.KnowledgeEntity;
import io.smartcrm.proto.recommend.v1.KnowledgeFact;
import io.smartcrm.proto.recommend.v1.KnowledgeGraphServiceGrpc;
import io.smartcrm.proto.recommend.v1.ListEntitiesRequest;
import io.smartcrm.proto.recommend.v1.ListEntityProductsRequest;
import io.smartcrm.proto.recommend.v1.ListProductEntitiesRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks recommend-service about the knowledge graph. */
@ApplicationScoped
class KnowledgeGraphClient {
    private final Calls calls;

    KnowledgeGraphClient(Calls calls) {
        this.calls = calls;
    }

    /** @param type null for all types */
    Uni<Page<EntityView>> entities(@Nullable String type, String beginning, int pageSize, String pageToken) {
        var request = ListEntitiesRequest.newBuilder()
                .setType(Messages.constant(EntityType.class, "entityType", type))
                .setQuery(beginning)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.RECOMMEND, KnowledgeGraphServiceGrpc.getListEntitiesMethod(), request)
                .map(response ->
                        Page.of(response.getEntitiesList(), KnowledgeGraphClient::view, response.getNextPageToken()));
    }

    Uni<EntityDetailsView> entity(String id) {
        var request = GetEntityRequest.newBuilder().setId(id).build();
        return calls.read(Service.RECOMMEND, KnowledgeGraphServiceGrpc.getGetEntityMethod(), request)
                .map(response -> new EntityDetailsView(
                        view(response.getEntity()),
                        response.getAliasesList().stream()
                                .map(alias -> new AliasView(
                                        alias.getWords(), Messages.name(alias.getOrigin()), alias.getReliability()))
                                .toList(),
                        response.getRelationsList().stream()
                                .map(related -> new RelationView(
                                        Messages.name(related.getRelation()),
                                        view(related.getEntity()),
                                        related.getSupport(),
                                        related.getLift()))
                                .toList()));
    }

    Uni<Page<FactView>> products(String id, int pageSize, String pageToken) {
        var request = ListEntityProductsRequest.newBuilder()
                .setId(id)
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.RECOMMEND, KnowledgeGraphServiceGrpc.getListEntityProductsMethod(), request)
                .map(response ->
                        Page.of(response.getFactsList(), KnowledgeGraphClient::ofProduct, response.getNextPageToken()));
    }

    Uni<List<FactView>> entitiesOf(String productId) {
        var request =
                ListProductEntitiesRequest.newBuilder().setProductId(productId).build();
        return calls.read(Service.RECOMMEND, KnowledgeGraphServiceGrpc.getListProductEntitiesMethod(), request)
                .map(response -> response.getFactsList().stream()
                        .map(KnowledgeGraphClient::ofEntity)
                        .toList());
    }

    private static EntityView view(KnowledgeEntity entity) {
        return new EntityView(entity.getId(), Messages.name(entity.getType()), entity.getName(), entity.getProducts());
    }

    private static FactView ofProduct(KnowledgeFact fact) {
        DescribedProduct product = fact.getProduct();
        return new FactView(
                Messages.name(fact.getRelation()),
                null,
                new ProductView(product.getProductId(), product.getProductCode(), product.getProductName()),
                fact.getConfidence(),
                Messages.name(fact.getEvidence()),
                fact.getWords());
    }

    private static FactView ofEntity(KnowledgeFact fact) {
        return new FactView(
                Messages.name(fact.getRelation()),
                view(fact.getEntity()),
                null,
                fact.getConfidence(),
                Messages.name(fact.getEvidence()),
                fact.getWords());
    }
}
