package io.smartcrm.gateway.forecast;

import io.smallrye.mutiny.Multi;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.forecast.SeriesForecastView.IntervalView;
import io.smartcrm.proto.forecast.v1.ForecastSeriesRequest;
import io.smartcrm.proto.forecast.v1.ForecastSeriesResponse;
import io.smartcrm.proto.forecast.v1.SeriesForecast;
import io.smartcrm.proto.forecast.v1.SeriesForecastServiceGrpc;
import io.smartcrm.proto.forecast.v1.SeriesInterval;
import io.smartcrm.proto.forecast.v1.SeriesProblem;
import io.smartcrm.proto.forecast.v1.TimeSeries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks forecast-service about series of the caller's. */
@ApplicationScoped
class SeriesForecastClient {
    private final Calls calls;

    SeriesForecastClient(Calls calls) {
        this.calls = calls;
    }

    /** One a series, in their order; who stops reading stops the service. */
    Multi<SeriesForecastView> forecast(ForecastOptions options, List<SeriesView> series) {
        var request = ForecastSeriesRequest.newBuilder()
                .setPeriod(options.period() == null ? 0 : options.period())
                .setHorizon(options.horizon() == null ? 0 : options.horizon())
                .setMethod(options.method() == null ? "" : options.method())
                .addAllLevels(options.levels())
                .setNonNegative(Boolean.TRUE.equals(options.nonNegative()));
        series.forEach(each -> request.addSeries(message(each)));
        return calls.compute(Service.FORECAST, SeriesForecastServiceGrpc.getForecastSeriesMethod(), request.build())
                .map(SeriesForecastClient::view);
    }

    private static TimeSeries message(SeriesView series) {
        var message = TimeSeries.newBuilder().setId(series.name());
        for (Double value : series.known()) {
            message.addValues(value == null ? Double.NaN : value);
        }
        return message.build();
    }

    private static SeriesForecastView view(ForecastSeriesResponse response) {
        return switch (response.getOutcomeCase()) {
            case FORECAST -> view(response.getForecast());
            case PROBLEM -> view(response.getProblem());
            case OUTCOME_NOT_SET ->
                SeriesForecastView.refused(null, "series", "the service said nothing that is understood here");
        };
    }

    private static SeriesForecastView view(SeriesProblem problem) {
        return SeriesForecastView.refused(Messages.text(problem.getId()), problem.getField(), problem.getDetail());
    }

    private static SeriesForecastView view(SeriesForecast forecast) {
        return new SeriesForecastView(
                Messages.text(forecast.getId()),
                forecast.getMethod(),
                finite(forecast.getMeanList()),
                forecast.getIntervalsList().stream()
                        .map(SeriesForecastClient::view)
                        .toList(),
                Messages.name(forecast.getProfile().getPattern()),
                Messages.finite(forecast.getProfile().getTrendStrength()),
                Messages.finite(forecast.getProfile().getSeasonStrength()),
                Messages.text(forecast.getExplanation()),
                null);
    }

    private static IntervalView view(SeriesInterval interval) {
        return new IntervalView(interval.getLevel(), finite(interval.getLowerList()), finite(interval.getUpperList()));
    }

    private static List<@Nullable Double> finite(List<Double> values) {
        return values.stream().<@Nullable Double>map(Messages::finite).toList();
    }
}
