package io.smartcrm.gateway.overview;

import io.smartcrm.gateway.customer.CustomerView;
import io.smartcrm.gateway.http.MissingPart;
import io.smartcrm.gateway.loyalty.AssessmentView;
import io.smartcrm.gateway.loyalty.RfmScoreView;
import io.smartcrm.gateway.order.OrderView;
import io.smartcrm.gateway.recommendation.Recommendations;
import io.smartcrm.gateway.strategy.StrategyView.OfferView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that the suite knows of one customer; what could not be had in time is absent and named in {@code partial}. */
@Schema(name = "CustomerOverview")
public record OverviewView(
        @Nullable CustomerView customer,

        @Schema(description = "The last ten, newest first") @Nullable
        List<OrderView> orders,

        @Schema(description = "Absent for a customer who never bought") @Nullable
        RfmScoreView rfmScore,

        @Schema(description = "Value, lifecycle, tier, points and what to do next; absent where nothing is known")
        @Nullable
        AssessmentView assessment,

        @Nullable Recommendations recommendations,

        @Schema(description = "What strategies show to the customer now, in any slot") @Nullable
        List<OfferView> offers,

        @Schema(description = "Parts that could not be had, and why; empty when all is there")
        List<MissingPart> partial) {
    public OverviewView {
        partial = List.copyOf(partial);
    }
}
