package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.forecast.v1.ForecastSeriesRequest;
import io.smartcrm.proto.forecast.v1.ForecastSeriesResponse;
import io.smartcrm.proto.forecast.v1.SeriesForecast;
import io.smartcrm.proto.forecast.v1.SeriesForecastServiceGrpc.SeriesForecastServiceImplBase;
import io.smartcrm.proto.forecast.v1.SeriesInterval;
import io.smartcrm.proto.forecast.v1.SeriesProblem;
import io.smartcrm.proto.forecast.v1.TimeSeries;
import io.smartcrm.wire.Failure;

/** Repeats the last value of each series; one without values has a problem, and a horizon must be named. */
final class FakeSeriesForecasts extends SeriesForecastServiceImplBase {
    @Override
    public void forecastSeries(ForecastSeriesRequest request, StreamObserver<ForecastSeriesResponse> answer) {
        if (request.getHorizon() == 0) {
            answer.onError(
                    Failure.invalid("horizon", "0 is not between 1 and 1000").toStatus());
            return;
        }
        for (TimeSeries series : request.getSeriesList()) {
            answer.onNext(
                    series.getValuesCount() == 0
                            ? ForecastSeriesResponse.newBuilder()
                                    .setProblem(SeriesProblem.newBuilder()
                                            .setId(series.getId())
                                            .setField("values")
                                            .setDetail("is empty"))
                                    .build()
                            : ForecastSeriesResponse.newBuilder()
                                    .setForecast(forecast(request, series))
                                    .build());
        }
        answer.onCompleted();
    }

    private static SeriesForecast.Builder forecast(ForecastSeriesRequest request, TimeSeries series) {
        double last = series.getValues(series.getValuesCount() - 1);
        var forecast = SeriesForecast.newBuilder()
                .setId(series.getId())
                .setMethod(request.getMethod().isEmpty() ? "ensemble" : request.getMethod());
        for (int step = 0; step < request.getHorizon(); step++) {
            forecast.addMean(last);
        }
        request.getLevelsList()
                .forEach(level -> forecast.addIntervals(SeriesInterval.newBuilder()
                        .setLevel(level)
                        .addLower(last - request.getPeriod())
                        .addUpper(last + request.getPeriod())));
        return forecast;
    }
}
