package io.smartcrm.recommend.knowledge;

import io.smartcrm.proto.recommend.v1.AliasOrigin;
import io.smartcrm.proto.recommend.v1.DescribedProduct;
import io.smartcrm.proto.recommend.v1.EntityAlias;
import io.smartcrm.proto.recommend.v1.EntityRelation;
import io.smartcrm.proto.recommend.v1.FactEvidence;
import io.smartcrm.proto.recommend.v1.KnowledgeEntity;
import io.smartcrm.proto.recommend.v1.KnowledgeFact;
import io.smartcrm.proto.recommend.v1.KnowledgeRelation;
import io.smartcrm.recommend.recognition.Alias;
import io.smartcrm.recommend.recognition.EntityType;
import io.smartcrm.recommend.recognition.Fact;
import io.smartcrm.recommend.recognition.Relation;
import io.smartcrm.wire.Failure;
import java.util.Optional;

/** The graph on the wire. */
final class GraphOfGrpc {
    private GraphOfGrpc() {}

    static KnowledgeEntity message(KnownEntity entity) {
        return KnowledgeEntity.newBuilder()
                .setId(entity.id())
                .setType(message(entity.type()))
                .setName(entity.name())
                .setProducts(entity.products())
                .build();
    }

    static EntityAlias message(EntityDetails.Named alias) {
        return EntityAlias.newBuilder()
                .setWords(alias.words())
                .setOrigin(message(alias.origin()))
                .setReliability(alias.reliability())
                .build();
    }

    static EntityRelation message(KnownEntity.Related related) {
        return EntityRelation.newBuilder()
                .setRelation(message(related.relation()))
                .setEntity(message(related.entity()))
                .setSupport(related.support())
                .setLift(related.lift())
                .build();
    }

    static KnowledgeFact message(ProductFact fact) {
        return KnowledgeFact.newBuilder()
                .setRelation(message(fact.relation()))
                .setEntity(message(fact.entity()))
                .setConfidence(fact.confidence())
                .setEvidence(message(fact.evidence()))
                .setWords(fact.words())
                .setProduct(DescribedProduct.newBuilder()
                        .setProductId(fact.product().id())
                        .setProductCode(fact.product().code())
                        .setProductName(fact.product().name()))
                .build();
    }

    /** Empty for all types. */
    static Optional<EntityType> type(io.smartcrm.proto.recommend.v1.EntityType type) {
        return switch (type) {
            case ENTITY_TYPE_UNSPECIFIED -> Optional.empty();
            case ENTITY_TYPE_BRAND -> Optional.of(EntityType.BRAND);
            case ENTITY_TYPE_COLOUR -> Optional.of(EntityType.COLOUR);
            case ENTITY_TYPE_MATERIAL -> Optional.of(EntityType.MATERIAL);
            case ENTITY_TYPE_SIZE -> Optional.of(EntityType.SIZE);
            case ENTITY_TYPE_STYLE -> Optional.of(EntityType.STYLE);
            case ENTITY_TYPE_OCCASION -> Optional.of(EntityType.OCCASION);
            case ENTITY_TYPE_CATEGORY -> Optional.of(EntityType.CATEGORY);
            case UNRECOGNIZED -> throw Failure.invalid("type", "is unknown");
        };
    }

    private static io.smartcrm.proto.recommend.v1.EntityType message(EntityType type) {
        return switch (type) {
            case BRAND -> io.smartcrm.proto.recommend.v1.EntityType.ENTITY_TYPE_BRAND;
            case COLOUR -> io.smartcrm.proto.recommend.v1.EntityType.ENTITY_TYPE_COLOUR;
            case MATERIAL -> io.smartcrm.proto.recommend.v1.EntityType.ENTITY_TYPE_MATERIAL;
            case SIZE -> io.smartcrm.proto.recommend.v1.EntityType.ENTITY_TYPE_SIZE;
            case STYLE -> io.smartcrm.proto.recommend.v1.EntityType.ENTITY_TYPE_STYLE;
            case OCCASION -> io.smartcrm.proto.recommend.v1.EntityType.ENTITY_TYPE_OCCASION;
            case CATEGORY -> io.smartcrm.proto.recommend.v1.EntityType.ENTITY_TYPE_CATEGORY;
        };
    }

    private static KnowledgeRelation message(Relation relation) {
        return switch (relation) {
            case HAS_BRAND -> KnowledgeRelation.KNOWLEDGE_RELATION_HAS_BRAND;
            case HAS_COLOUR -> KnowledgeRelation.KNOWLEDGE_RELATION_HAS_COLOUR;
            case MADE_OF -> KnowledgeRelation.KNOWLEDGE_RELATION_MADE_OF;
            case HAS_SIZE -> KnowledgeRelation.KNOWLEDGE_RELATION_HAS_SIZE;
            case HAS_STYLE -> KnowledgeRelation.KNOWLEDGE_RELATION_HAS_STYLE;
            case USED_FOR -> KnowledgeRelation.KNOWLEDGE_RELATION_USED_FOR;
            case IS_A -> KnowledgeRelation.KNOWLEDGE_RELATION_IS_A;
            case PART_OF -> KnowledgeRelation.KNOWLEDGE_RELATION_PART_OF;
            case GOES_WITH -> KnowledgeRelation.KNOWLEDGE_RELATION_GOES_WITH;
        };
    }

    private static AliasOrigin message(Alias.Origin origin) {
        return switch (origin) {
            case ATTRIBUTE -> AliasOrigin.ALIAS_ORIGIN_ATTRIBUTE;
            case VOCABULARY -> AliasOrigin.ALIAS_ORIGIN_VOCABULARY;
            case LEARNED -> AliasOrigin.ALIAS_ORIGIN_LEARNED;
        };
    }

    private static FactEvidence message(Fact.Evidence evidence) {
        return switch (evidence) {
            case RECORD -> FactEvidence.FACT_EVIDENCE_RECORD;
            case TEXT -> FactEvidence.FACT_EVIDENCE_TEXT;
        };
    }
}
