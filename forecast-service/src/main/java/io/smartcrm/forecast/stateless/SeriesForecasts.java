package io.smartcrm.forecast.stateless;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.pool.ForecastPool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;

/** Forecasts series on all processors. */
@ApplicationScoped
public class SeriesForecasts {
    /** Series that are under way together: enough to keep processors busy, few enough to stop soon. */
    private static final int BLOCK = 16;

    private final ForecastPool pool;

    SeriesForecasts(ForecastPool pool) {
        this.pool = pool;
    }

    /** One outcome for each series, in their order, as fast as they are read; who stops reading stops the work. */
    public Multi<SeriesOutcome> forecast(List<TimeSeries> series, SeriesWish wish) {
        return Multi.createFrom()
                .iterable(series)
                .group()
                .intoLists()
                .of(BLOCK)
                .onItem()
                .transformToUniAndConcatenate(block -> outcomes(block, wish))
                .onItem()
                .disjoint();
    }

    private Uni<List<SeriesOutcome>> outcomes(List<TimeSeries> block, SeriesWish wish) {
        SeriesOutcome[] outcomes = new SeriesOutcome[block.size()];
        return Multi.createFrom()
                .iterable(IntStream.range(0, block.size()).boxed().toList())
                .onItem()
                .transformToUni(at -> Uni.createFrom()
                        .item(() -> outcomes[at] = SeriesOutcome.of(block.get(at), wish))
                        .runSubscriptionOn(pool))
                .merge(pool.threads())
                .collect()
                .last()
                .map(last -> List.of(outcomes));
    }
}
