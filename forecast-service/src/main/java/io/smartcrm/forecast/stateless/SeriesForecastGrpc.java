package io.smartcrm.forecast.stateless;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smartcrm.forecast.accuracy.MethodSet;
import io.smartcrm.forecast.champion.Champions;
import io.smartcrm.forecast.forecasting.Forecast;
import io.smartcrm.forecast.forecasting.Interval;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.proto.forecast.v1.ForecastSeriesRequest;
import io.smartcrm.proto.forecast.v1.ForecastSeriesResponse;
import io.smartcrm.proto.forecast.v1.SeriesForecast;
import io.smartcrm.proto.forecast.v1.SeriesForecastService;
import io.smartcrm.proto.forecast.v1.SeriesInterval;
import io.smartcrm.proto.forecast.v1.SeriesProblem;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** The gRPC edge of forecasts of any series. */
@GrpcService
public class SeriesForecastGrpc implements SeriesForecastService {
    private static final String CHOOSE = "auto";
    private static final int MOST_SERIES = 1_000;
    private static final int MOST_VALUES = 250_000;
    private static final int MOST_STEPS = 100_000;
    private static final int LONGEST_PERIOD = 2_000;
    private static final int LONGEST_HORIZON = 1_000;
    private static final int MOST_LEVELS = 5;
    private static final int LONGEST_NAME = 60;

    private final SeriesForecasts forecasts;
    private final Champions champions;

    SeriesForecastGrpc(SeriesForecasts forecasts, Champions champions) {
        this.forecasts = forecasts;
        this.champions = champions;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Multi<ForecastSeriesResponse> forecastSeries(ForecastSeriesRequest request) {
        checkSize(request);
        int period = between("period", request.getPeriod() == 0 ? 1 : request.getPeriod(), LONGEST_PERIOD);
        int horizon = between("horizon", request.getHorizon(), LONGEST_HORIZON);
        Function<MethodSet, Optional<Method>> method = method(request.getMethod());
        List<Double> levels = levels(request.getLevelsList());
        List<TimeSeries> series = request.getSeriesList().stream()
                .map(each -> new TimeSeries(
                        each.getId(),
                        each.getValuesList().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()))
                .toList();
        return champions
                .methods()
                .map(methods -> new SeriesWish(
                        period, horizon, methods, method.apply(methods), levels, request.getNonNegative()))
                .onItem()
                .transformToMulti(wish -> forecasts.forecast(series, wish))
                .map(SeriesForecastGrpc::message);
    }

    private static void checkSize(ForecastSeriesRequest request) {
        int count = request.getSeriesCount();
        if (count < 1 || count > MOST_SERIES) {
            throw Failure.invalid("series", count + " of them; 1 to " + MOST_SERIES + " are allowed at a time");
        }
        long values = request.getSeriesList().stream()
                .mapToLong(io.smartcrm.proto.forecast.v1.TimeSeries::getValuesCount)
                .sum();
        if (values > MOST_VALUES) {
            throw Failure.invalid("series", "hold " + values + " values; " + MOST_VALUES + " are allowed at a time");
        }
        if ((long) count * request.getHorizon() > MOST_STEPS) {
            throw Failure.invalid(
                    "horizon",
                    "%d steps of %d series are more than %d; ask for fewer at a time"
                            .formatted(request.getHorizon(), count, MOST_STEPS));
        }
    }

    private static int between(String field, int number, int largest) {
        if (number < 1 || number > largest) {
            throw Failure.invalid(field, number + " is not between 1 and " + largest);
        }
        return number;
    }

    /** Nothing for one to be chosen. */
    private static Function<MethodSet, Optional<Method>> method(String name) {
        if (name.equalsIgnoreCase(CHOOSE)) {
            return methods -> Optional.empty();
        }
        if (name.isEmpty()) {
            return methods -> Optional.of(methods.champion());
        }
        try {
            Method named = Method.named(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name);
            return methods -> Optional.of(named);
        } catch (IllegalArgumentException unknown) {
            throw Failure.invalid("method", unknown.getMessage() + ", auto");
        }
    }

    private static List<Double> levels(List<Double> levels) {
        if (levels.size() > MOST_LEVELS) {
            throw Failure.invalid("levels", levels.size() + " of them; " + MOST_LEVELS + " are allowed");
        }
        Set<Double> known = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            double level = levels.get(i);
            if (!(level > 0 && level < 1)) {
                throw Failure.invalid("levels[" + i + "]", level + " does not lie strictly between 0 and 1");
            }
            if (!known.add(level)) {
                throw Failure.invalid("levels[" + i + "]", level + " is asked for twice");
            }
        }
        return levels;
    }

    private static ForecastSeriesResponse message(SeriesOutcome outcome) {
        if (outcome instanceof SeriesOutcome.Refused refused) {
            return ForecastSeriesResponse.newBuilder()
                    .setProblem(SeriesProblem.newBuilder()
                            .setId(refused.id())
                            .setField(refused.field())
                            .setDetail(refused.detail()))
                    .build();
        }
        SeriesOutcome.Forecasted forecasted = (SeriesOutcome.Forecasted) outcome;
        Forecast forecast = forecasted.forecast();
        return ForecastSeriesResponse.newBuilder()
                .setForecast(SeriesForecast.newBuilder()
                        .setId(forecasted.id())
                        .setMethod(forecasted.method().id())
                        .addAllMean(list(forecast.mean()))
                        .addAllIntervals(forecast.intervals().stream()
                                .map(SeriesForecastGrpc::message)
                                .toList())
                        .setProfile(ProfileGrpc.of(forecasted.profile()))
                        .setExplanation(forecasted.explanation()))
                .build();
    }

    private static SeriesInterval message(Interval interval) {
        return SeriesInterval.newBuilder()
                .setLevel(interval.level())
                .addAllLower(list(interval.lower()))
                .addAllUpper(list(interval.upper()))
                .build();
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().collect(Collectors.toList());
    }
}
