package io.smartcrm.gateway.quality;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How good the data about customers was on a day. */
@Schema(name = "QualityReport")
public record QualityReportView(
        @Schema(examples = "2026-11-22") String day,
        @Nullable Instant createTime,
        long customers,
        List<MeasureView> measures,
        List<SpreadView> spreads) {
    public QualityReportView {
        measures = List.copyOf(measures);
        spreads = List.copyOf(spreads);
    }

    /** How many of those that a question applies to are good. */
    @Schema(name = "QualityMeasure")
    public record MeasureView(
            @Schema(examples = "email") String field,

            @Schema(
                    examples = "VALIDITY",
                    description = "COMPLETENESS, VALIDITY, UNIQUENESS, CONSISTENCY or TIMELINESS")
            String dimension,

            double share,
            long good,
            long total) {}

    /** How a figure is spread over customers, and who stands out. */
    @Schema(name = "FigureSpread")
    public record SpreadView(
            @Schema(examples = "order.total.EUR") String figure,
            long customers,
            @Nullable Double mean,
            @Nullable Double standardDeviation,
            @Nullable Double median,

            @Schema(description = "Median of the distances from the median, times 1.4826") @Nullable
            Double scaledDeviation,

            @Schema(description = "Further than 3 standard deviations from the mean")
            long outliersByDeviation,

            @Schema(description = "Further than 3.5 scaled deviations from the median")
            long outliersByMedian,

            List<OutlierView> outliers) {
        public SpreadView {
            outliers = List.copyOf(outliers);
        }
    }

    /** A customer who stands out. */
    @Schema(name = "Outlier")
    public record OutlierView(
            String customerId,
            @Nullable Double value,
            @Nullable Double zScore,
            @Nullable Double medianScore) {}
}
