package io.smartcrm.gateway.overview;

import io.smartcrm.gateway.customer.CustomerView;
import io.smartcrm.gateway.http.MissingPart;
import io.smartcrm.gateway.loyalty.RfmScoreView;
import io.smartcrm.gateway.order.OrderView;
import io.smartcrm.gateway.recommendation.Recommendations;
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

        @Nullable Recommendations recommendations,

        @Schema(description = "Parts that could not be had, and why; empty when all is there")
        List<MissingPart> partial) {
    public OverviewView {
        partial = List.copyOf(partial);
    }
}
