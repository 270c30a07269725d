package io.smartcrm.gateway.quality;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One measure day by day, oldest first. */
public record QualityTrend(List<PointView> items) {
    public QualityTrend {
        items = List.copyOf(items);
    }

    /** One day. */
    @Schema(name = "QualityTrendPoint")
    public record PointView(@Schema(examples = "2026-11-22") String day, double share) {}
}
