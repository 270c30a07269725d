package io.smartcrm.gateway.analysis;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Customers whose first order was in one month. */
@Schema(name = "Cohort")
public record CohortView(
        @Schema(description = "First day of the month") String month, long customerCount, List<MonthView> months) {
    public CohortView {
        months = List.copyOf(months);
    }

    /** Those of them who ordered so many months later. */
    @Schema(name = "CohortMonth")
    public record MonthView(int offset, long customerCount, double retention) {}
}
