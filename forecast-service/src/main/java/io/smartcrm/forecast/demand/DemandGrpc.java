package io.smartcrm.forecast.demand;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.accuracy.Backtest;
import io.smartcrm.forecast.accuracy.IntervalErrors;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.WeeklyDemand;
import io.smartcrm.proto.forecast.v1.BacktestResult;
import io.smartcrm.proto.forecast.v1.DemandForecastService;
import io.smartcrm.proto.forecast.v1.DemandMeasure;
import io.smartcrm.proto.forecast.v1.DemandPoint;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.GetDemandForecastResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The gRPC edge: proto to domain and back, nothing else. */
@GrpcService
public class DemandGrpc implements DemandForecastService {
    private static final int USUAL_HORIZON = 6;
    private static final int LONGEST_HORIZON = 26;
    private static final int LONGEST_CATEGORY = 1000;
    private static final int LONGEST_QUOTE = 60;
    private static final List<Method> USUAL_METHODS = List.of(Method.THETA, Method.SNAIVE);

    private final DemandForecasts forecasts;

    DemandGrpc(DemandForecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<GetDemandForecastResponse> getDemandForecast(GetDemandForecastRequest request) {
        DemandScope scope = scope(request.getScope());
        checkMeasure(request.getMeasure());
        return forecasts
                .forecast(scope, horizon(request.getHorizon()), methods(request.getMethodsList()))
                .map(forecast -> GetDemandForecastResponse.newBuilder()
                        .setForecast(proto(forecast).setScope(request.getScope()))
                        .build());
    }

    private static DemandScope scope(io.smartcrm.proto.forecast.v1.DemandScope scope) {
        return switch (scope.getScopeCase()) {
            case TOTAL -> new DemandScope.Total();
            case PRODUCT_ID -> new DemandScope.Product(productId(scope.getProductId()));
            case CATEGORY -> new DemandScope.Category(category(scope.getCategory()));
            case SCOPE_NOT_SET -> throw Failure.invalid("scope", "is missing; choose total, productId or category");
        };
    }

    private static UUID productId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("scope.productId", quoted(id) + " is not the id of a product (a UUID)");
        }
    }

    private static String category(String name) {
        if (name.isBlank() || name.length() > LONGEST_CATEGORY) {
            throw Failure.invalid(
                    "scope.category",
                    "has " + name.length() + " characters; 1 to " + LONGEST_CATEGORY + ", not all blank, are allowed");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid("scope.category", "holds a control character");
        }
        return name;
    }

    private static void checkMeasure(DemandMeasure measure) {
        switch (measure) {
            case DEMAND_MEASURE_UNSPECIFIED, DEMAND_MEASURE_QUANTITY -> {
                // Pieces are what is counted.
            }
            case UNRECOGNIZED -> throw Failure.invalid("measure", "is not known here; quantity is");
        }
    }

    private static int horizon(int weeks) {
        if (weeks < 0 || weeks > LONGEST_HORIZON) {
            throw Failure.invalid("horizon", weeks + " is not between 1 and " + LONGEST_HORIZON + " weeks");
        }
        return weeks == 0 ? USUAL_HORIZON : weeks;
    }

    private static List<Method> methods(List<String> names) {
        if (names.isEmpty()) {
            return USUAL_METHODS;
        }
        if (names.size() > Method.values().length) {
            throw Failure.invalid("methods", names.size() + " names; there are " + Method.values().length + " methods");
        }
        List<Method> methods = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String field = "methods[" + i + "]";
            Method method = method(field, names.get(i));
            if (methods.contains(method)) {
                throw Failure.invalid(field, quoted(names.get(i)) + " is asked for twice");
            }
            methods.add(method);
        }
        return methods;
    }

    private static Method method(String field, String name) {
        try {
            return Method.named(name.length() > LONGEST_QUOTE ? quoted(name) : name);
        } catch (IllegalArgumentException unknown) {
            throw Failure.invalid(field, String.valueOf(unknown.getMessage()));
        }
    }

    /** What a caller sent, as much of it as an answer can carry. */
    private static String quoted(String text) {
        return text.length() > LONGEST_QUOTE ? "'" + text.substring(0, LONGEST_QUOTE) + "...'" : "'" + text + "'";
    }

    private static io.smartcrm.proto.forecast.v1.DemandForecast.Builder proto(DemandForecast forecast) {
        var proto = io.smartcrm.proto.forecast.v1.DemandForecast.newBuilder()
                .setMeasure(DemandMeasure.DEMAND_MEASURE_QUANTITY)
                .setExplanation(forecast.explanation());
        WeeklyDemand history = forecast.history();
        for (int week = 0; week < history.weeks(); week++) {
            proto.addHistory(DemandPoint.newBuilder()
                    .setWeek(history.week(week).toString())
                    .setValue(history.quantities().get(week)));
        }
        forecast.forecasts().forEach(method -> proto.addForecasts(proto(method, forecast.origins())));
        history.dataTime()
                .ifPresent(time -> proto.setDataTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano())));
        return proto;
    }

    private static io.smartcrm.proto.forecast.v1.MethodForecast proto(MethodForecast forecast, int origins) {
        var proto = io.smartcrm.proto.forecast.v1.MethodForecast.newBuilder()
                .setMethod(forecast.method().id())
                .setRecommended(forecast.recommended())
                .setSeasonLength(forecast.seasonLength());
        forecast.weeks().forEach(week -> proto.addPoints(proto(week)));
        forecast.backtest()
                .ifPresent(backtest -> proto.setBacktest(
                        proto(backtest, origins, forecast.weeks().size())));
        return proto.build();
    }

    private static ForecastPoint proto(WeekForecast week) {
        return ForecastPoint.newBuilder()
                .setWeek(week.week().toString())
                .setMean(week.mean())
                .setLower80(week.lower80())
                .setUpper80(week.upper80())
                .setLower95(week.lower95())
                .setUpper95(week.upper95())
                .build();
    }

    private static BacktestResult proto(Backtest backtest, int origins, int horizon) {
        var proto = BacktestResult.newBuilder()
                .setOrigins(origins)
                .setHorizon(horizon)
                .setSmape(backtest.errors().smape());
        if (!Double.isNaN(backtest.mase())) {
            proto.setMase(backtest.mase());
        }
        if (!Double.isNaN(backtest.errors().wape())) {
            proto.setWape(backtest.errors().wape());
        }
        backtest.intervals().stream()
                .filter(interval -> interval.level() == 0.95)
                .mapToDouble(IntervalErrors::coverage)
                .findFirst()
                .ifPresent(proto::setCoverage95);
        return proto.build();
    }
}
