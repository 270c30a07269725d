package io.smartcrm.gateway.forecastrun;

import io.smartcrm.gateway.forecastrun.ForecastRunResultView.SeriesScopeView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How forecasts did against the weeks that are over since. */
@Schema(name = "ForecastAccuracy")
public record ForecastAccuracyView(
        List<LevelView> levels,

        @Schema(description = "Series forecast too high or too low again and again, the 50 largest")
        List<AlertView> alerts) {
    public ForecastAccuracyView {
        levels = List.copyOf(levels);
        alerts = List.copyOf(alerts);
    }

    /** All series of a level together. */
    @Schema(name = "LevelAccuracy")
    public record LevelView(
            @Schema(description = "TOTAL, CATEGORY, PRODUCT, COUNTRY or CHANNEL", examples = "PRODUCT")
            String level,

            long series,

            @Schema(description = "Weeks that are over, of all series together")
            long weeks,

            @Schema(description = "Absolute errors as a share of what was sold") @Nullable
            Double wape,

            @Schema(description = "Errors as a share of what was sold, positive when too much was forecast") @Nullable
            Double bias,

            @Schema(description = "Share of weeks within the 95 % interval") @Nullable
            Double coverage95,

            @Schema(description = "Series whose tracking signal is beyond 4")
            long alerts) {}

    /** A series that is always forecast to one side. */
    @Schema(name = "TrackingAlert")
    public record AlertView(
            SeriesScopeView scope,

            @Schema(description = "Sum of errors over their mean size; positive when too much was forecast") @Nullable
            Double trackingSignal,

            int weeks) {}
}
