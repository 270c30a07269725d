package io.smartcrm.gateway.recommendation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Products, best first.
 *
 * @param model that answered; absent before the first training
 * @param profileUse whether what is known of the customer was used; absent where nobody was asked for
 */
public record Recommendations(
        List<RecommendationView> items,
        @Nullable ModelView model,

        @Schema(description = "USED, OBJECTED or RESTRICTED; unless USED these are popular items", examples = "USED")
        @Nullable
        String profileUse,

        @Schema(description = "Send it as pageToken, with the same query, to read on; absent at the end") @Nullable
        String nextPageToken,

        @Schema(description = "The experiment the customer takes part in") @Nullable
        String experimentId,

        @Schema(description = "Which of its variants made the list") @Nullable
        String variant) {
    public Recommendations {
        items = List.copyOf(items);
    }

    /** One product and why it is here. */
    @Schema(name = "Recommendation")
    public record RecommendationView(
            String productId,
            String productCode,
            @Nullable String productName,

            @Schema(description = "Comparable within one answer only") @Nullable
            Double score,

            @Schema(
                    description = "What speaks most for it: ITEM_BASED, CONTENT, ATTRIBUTES, KNOWLEDGE_GRAPH, SESSION,"
                            + " TOGETHER, BUY_AGAIN, TRENDING, NEW_ARRIVAL, PINNED, or POPULAR when little is known",
                    examples = "ITEM_BASED")
            String source,

            @Schema(description = "Strongest first") List<ReasonView> reasons) {
        public RecommendationView {
            reasons = List.copyOf(reasons);
        }
    }

    /** What a recommendation rests on. */
    @Schema(name = "RecommendationReason")
    public record ReasonView(
            @Schema(examples = "bought with WHITE METAL LANTERN")
            String text,

            @Nullable String productId,

            @Schema(description = "Share of the score, 0 to 1") @Nullable
            Double share) {}
}
