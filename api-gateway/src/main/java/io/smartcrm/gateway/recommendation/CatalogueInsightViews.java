package io.smartcrm.gateway.recommendation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the texts of the catalogue tell, as JSON. */
final class CatalogueInsightViews {
    private CatalogueInsightViews() {}

    /** Products whose texts read alike. */
    @RegisterForReflection
    @Schema(name = "TextGroup")
    public record TextGroupView(
            @Schema(description = "Words that part it from the others, heaviest first")
            List<String> label,

            int size,

            @Schema(description = "0 to 1") double cohesion,

            @Schema(description = "Those nearest to its centre")
            List<DescribedProductView> examples) {
        public TextGroupView {
            label = List.copyOf(label);
            examples = List.copyOf(examples);
        }
    }

    @RegisterForReflection
    @Schema(name = "DescribedProduct")
    public record DescribedProductView(String productId, String productCode, String productName) {}

    /** A category for a product that has none. */
    @RegisterForReflection
    @Schema(name = "CategoryProposal")
    public record CategoryProposalView(
            DescribedProductView product,
            List<String> categoryPath,

            @Schema(description = "0 to 1, over all categories")
            double probability,

            @Schema(description = "Of the product's text, those that spoke most for it")
            List<String> words) {
        public CategoryProposalView {
            categoryPath = List.copyOf(categoryPath);
            words = List.copyOf(words);
        }
    }
}
