package io.smartcrm.gateway.forecast;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of each series: one that is bad does not hold up the others. */
@Schema(name = "ForecastList")
public record ForecastListView(
        int forecasted,
        @Schema(description = "Series with a problem") int refused,

        @Schema(description = "One a series, in their order")
        List<SeriesForecastView> results) {
    public ForecastListView {
        results = List.copyOf(results);
    }

    static ForecastListView of(List<SeriesForecastView> results) {
        int refused = (int)
                results.stream().filter(result -> result.problem() != null).count();
        return new ForecastListView(results.size() - refused, refused, results);
    }
}
