package io.smartcrm.gateway.loyalty;

import io.smartcrm.gateway.http.MoneyView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How recently, how often and for how much a customer bought, each scored 1 (lowest fifth) to 5 (highest). */
@Schema(name = "RfmScore")
public record RfmScoreView(
        String customerId,
        @Nullable Instant lastOrderTime,

        @Schema(description = "Whole days between the last order and the scoring date")
        int recencyDays,

        @Schema(description = "Sales, without refunds and adjustments")
        long frequency,

        @Schema(description = "Spent less refunded") MoneyView monetary,
        int recencyScore,
        int frequencyScore,
        int monetaryScore,

        @Schema(description = "The three scores", examples = "543")
        String code,

        @Schema(examples = "CHAMPIONS") String segment,
        @Nullable Instant scoreTime,

        @Schema(description = "The three scores by the weights of the service, 1 to 5")
        double weightedScore,

        @Schema(description = "Product of the measures, each as a share of its 99th percentile; 0.000001 to 1")
        double multiplicativeScore) {}
