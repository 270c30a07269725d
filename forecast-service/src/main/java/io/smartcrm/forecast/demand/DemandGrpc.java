package io.smartcrm.forecast.demand;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.demand.DemandQuestion.StockWish;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.forecast.series.ScopeGrpc;
import io.smartcrm.proto.forecast.v1.DemandForecastService;
import io.smartcrm.proto.forecast.v1.DemandMeasure;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.GetDemandForecastResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The gRPC edge: proto to domain and back, nothing else. */
@GrpcService
public class DemandGrpc implements DemandForecastService {
    private static final String CHOOSE = "auto";
    private static final int LONGEST_QUOTE = 60;
    private static final double LOWEST_SERVICE_LEVEL = 0.01;
    private static final double HIGHEST_SERVICE_LEVEL = 0.9999;

    private final DemandForecasts forecasts;

    DemandGrpc(DemandForecasts forecasts) {
        this.forecasts = forecasts;
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<GetDemandForecastResponse> getDemandForecast(GetDemandForecastRequest request) {
        DemandScope scope = ScopeGrpc.scope(request.getScope());
        checkMeasure(request.getMeasure());
        DemandStep step = QuestionGrpc.step(request.getStep());
        int horizon = QuestionGrpc.horizon(request.getHorizon(), step);
        var question = new DemandQuestion(
                scope, step, horizon, methods(request.getMethodsList()), stock(request, step, horizon));
        return forecasts
                .forecast(question)
                .map(forecast -> GetDemandForecastResponse.newBuilder()
                        .setForecast(ForecastGrpc.of(request.getScope(), forecast))
                        .build());
    }

    private static void checkMeasure(DemandMeasure measure) {
        switch (measure) {
            case DEMAND_MEASURE_UNSPECIFIED, DEMAND_MEASURE_QUANTITY -> {
                // Pieces are what is counted.
            }
            case UNRECOGNIZED -> throw Failure.invalid("measure", "is not known here; quantity is");
        }
    }

    private static Optional<StockWish> stock(GetDemandForecastRequest request, DemandStep step, int horizon) {
        int leadTime = QuestionGrpc.steps("leadTime", request.getLeadTime(), step, horizon);
        if (!request.hasServiceLevel()) {
            if (request.getLeadTime() != 0) {
                throw Failure.invalid("leadTime", "needs a serviceLevel beside it, such as 0.95");
            }
            return Optional.empty();
        }
        double level = request.getServiceLevel();
        if (!(level >= LOWEST_SERVICE_LEVEL && level <= HIGHEST_SERVICE_LEVEL)) {
            throw Failure.invalid(
                    "serviceLevel",
                    level + " is not between " + LOWEST_SERVICE_LEVEL + " and " + HIGHEST_SERVICE_LEVEL);
        }
        return Optional.of(new StockWish(leadTime, level));
    }

    private static List<Method> methods(List<String> names) {
        if (names.isEmpty() || (names.size() == 1 && names.get(0).equalsIgnoreCase(CHOOSE))) {
            return List.of();
        }
        if (names.size() > Method.values().length) {
            throw Failure.invalid("methods", names.size() + " names; there are " + Method.values().length + " methods");
        }
        List<Method> methods = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String field = "methods[" + i + "]";
            Method method = method(field, names.get(i));
            if (methods.contains(method)) {
                throw Failure.invalid(field, ScopeGrpc.quoted(names.get(i)) + " is asked for twice");
            }
            methods.add(method);
        }
        return methods;
    }

    private static Method method(String field, String name) {
        try {
            return Method.named(name.length() > LONGEST_QUOTE ? ScopeGrpc.quoted(name) : name);
        } catch (IllegalArgumentException unknown) {
            throw Failure.invalid(field, String.valueOf(unknown.getMessage()));
        }
    }
}
