package io.smartcrm.gateway.loyalty;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The models that customer values are made by; times are in weeks. */
@Schema(name = "ValueModel")
public record ValueModelView(
        @Schema(examples = "BGNBD") String kind,
        List<ParameterView> parameters,
        double logLikelihood,
        long customers,

        @Schema(description = "Of the Gamma-Gamma model of amounts; none when too few bought a second time")
        List<ParameterView> amountParameters,

        @Nullable String amountCurrencyCode,
        long amountCustomers,
        int horizonWeeks,

        @Schema(description = "A year") double discountRate,
        double margin,
        String asOfDay,
        long fitMillis,
        @Nullable Instant fitTime,

        @Schema(description = "Repeat purchases of each week, beside what the model would have said")
        List<WeekView> tracking) {
    public ValueModelView {
        parameters = List.copyOf(parameters);
        amountParameters = List.copyOf(amountParameters);
        tracking = List.copyOf(tracking);
    }

    /** A parameter by the name it has in the papers, and where it lies with 95 % probability. */
    @Schema(name = "ValueParameter")
    public record ParameterView(String name, double value, double low, double high) {}

    /** One week. */
    @Schema(name = "TrackingWeek")
    public record WeekView(int week, long actual, double expected) {}
}
