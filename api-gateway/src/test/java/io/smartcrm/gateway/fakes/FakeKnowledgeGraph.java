package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.recommend.v1.AliasOrigin;
import io.smartcrm.proto.recommend.v1.DescribedProduct;
import io.smartcrm.proto.recommend.v1.EntityAlias;
import io.smartcrm.proto.recommend.v1.EntityRelation;
import io.smartcrm.proto.recommend.v1.EntityType;
import io.smartcrm.proto.recommend.v1.FactEvidence;
import io.smartcrm.proto.recommend.v1.GetEntityRequest;
import io.smartcrm.proto.recommend.v1.GetEntityResponse;
import io.smartcrm.proto.recommend.v1.KnowledgeEntity;
import io.smartcrm.proto.recommend.v1.KnowledgeFact;
import io.smartcrm.proto.recommend.v1.KnowledgeGraphServiceGrpc.KnowledgeGraphServiceImplBase;
import io.smartcrm.proto.recommend.v1.KnowledgeRelation;
import io.smartcrm.proto.recommend.v1.ListEntitiesRequest;
import io.smartcrm.proto.recommend.v1.ListEntitiesResponse;
import io.smartcrm.proto.recommend.v1.ListEntityProductsRequest;
import io.smartcrm.proto.recommend.v1.ListEntityProductsResponse;
import io.smartcrm.proto.recommend.v1.ListProductEntitiesRequest;
import io.smartcrm.proto.recommend.v1.ListProductEntitiesResponse;

/** One entity of the id and the type that are asked for, with one of everything. */
final class FakeKnowledgeGraph extends KnowledgeGraphServiceImplBase {
    @Override
    public void listEntities(ListEntitiesRequest request, StreamObserver<ListEntitiesResponse> answer) {
        Ids.complete(
                answer,
                ListEntitiesResponse.newBuilder()
                        .addEntities(entity(request.getQuery()).toBuilder().setType(request.getType()))
                        .setNextPageToken("next")
                        .build());
    }

    @Override
    public void getEntity(GetEntityRequest request, StreamObserver<GetEntityResponse> answer) {
        Ids.complete(
                answer,
                GetEntityResponse.newBuilder()
                        .setEntity(entity(request.getId()))
                        .addAliases(EntityAlias.newBuilder()
                                .setWords("linen")
                                .setOrigin(AliasOrigin.ALIAS_ORIGIN_LEARNED)
                                .setReliability(.9))
                        .addRelations(EntityRelation.newBuilder()
                                .setRelation(KnowledgeRelation.KNOWLEDGE_RELATION_GOES_WITH)
                                .setEntity(entity("category:mug"))
                                .setSupport(7)
                                .setLift(2))
                        .build());
    }

    @Override
    public void listEntityProducts(
            ListEntityProductsRequest request, StreamObserver<ListEntityProductsResponse> answer) {
        Ids.complete(
                answer,
                ListEntityProductsResponse.newBuilder()
                        .addFacts(fact(request.getId()))
                        .build());
    }

    @Override
    public void listProductEntities(
            ListProductEntitiesRequest request, StreamObserver<ListProductEntitiesResponse> answer) {
        Ids.complete(
                answer,
                ListProductEntitiesResponse.newBuilder()
                        .addFacts(fact("material:linen"))
                        .build());
    }

    private static KnowledgeFact fact(String entity) {
        return KnowledgeFact.newBuilder()
                .setRelation(KnowledgeRelation.KNOWLEDGE_RELATION_MADE_OF)
                .setEntity(entity(entity))
                .setConfidence(.75)
                .setEvidence(FactEvidence.FACT_EVIDENCE_TEXT)
                .setWords("linen")
                .setProduct(DescribedProduct.newBuilder().setProductId(Ids.KNOWN))
                .build();
    }

    private static KnowledgeEntity entity(String id) {
        return KnowledgeEntity.newBuilder()
                .setId(id)
                .setType(EntityType.ENTITY_TYPE_MATERIAL)
                .setName("linen")
                .setProducts(3)
                .build();
    }
}
