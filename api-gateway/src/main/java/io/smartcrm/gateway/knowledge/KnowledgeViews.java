package io.smartcrm.gateway.knowledge;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The knowledge graph as JSON. */
final class KnowledgeViews {
    private KnowledgeViews() {}

    /** A brand, a colour, a kind of thing ... */
    @RegisterForReflection
    @Schema(name = "KnowledgeEntity")
    public record EntityView(
            String id,

            @Schema(description = "BRAND, COLOUR, MATERIAL, SIZE, STYLE, OCCASION or CATEGORY")
            String type,

            String name,

            @Schema(description = "Products that have to do with it")
            int products) {}

    @RegisterForReflection
    @Schema(name = "KnowledgeEntityDetails")
    public record EntityDetailsView(
            EntityView entity,

            @Schema(description = "Most reliable first") List<AliasView> aliases,

            @Schema(description = "Strongest first") List<RelationView> relations) {
        public EntityDetailsView {
            aliases = List.copyOf(aliases);
            relations = List.copyOf(relations);
        }
    }

    @RegisterForReflection
    @Schema(name = "EntityAlias")
    public record AliasView(
            String words,

            @Schema(
                    description =
                            "ATTRIBUTE: a value of the catalogue; VOCABULARY: common words; LEARNED: from its texts")
            String origin,

            @Schema(description = "How often the words really tell what the product is, 0 to 1")
            double reliability) {}

    @RegisterForReflection
    @Schema(name = "EntityRelation")
    public record RelationView(
            @Schema(description = "PART_OF or GOES_WITH") String relation,

            EntityView entity,

            @Schema(description = "Products (PART_OF) or orders (GOES_WITH) that say so")
            int support,

            @Schema(description = "How many times as often as by chance; 1 where that is not the question")
            double lift) {}

    /** What a product has to do with an entity. */
    @RegisterForReflection
    @Schema(name = "KnowledgeFact")
    public record FactView(
            @Schema(
                    description =
                            "HAS_BRAND, HAS_COLOUR, MADE_OF, HAS_SIZE, HAS_STYLE, USED_FOR, IS_A, PART_OF or GOES_WITH")
            String relation,

            @Schema(description = "Absent in the list of an entity's products") @Nullable
            EntityView entity,

            @Schema(description = "Absent in the list of a product's entities") @Nullable
            ProductView product,

            @Schema(description = "0 to 1") double confidence,

            @Schema(description = "RECORD or TEXT") String evidence,

            @Schema(description = "Of the text or the record that told it")
            String words) {}

    @RegisterForReflection
    @Schema(name = "KnownProduct")
    public record ProductView(String productId, String productCode, String productName) {}
}
