package io.smartcrm.forecast.demand;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import io.smartcrm.forecast.demand.DemandQuestion.StockWish;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandScope;
import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.proto.forecast.v1.DemandForecastService;
import io.smartcrm.proto.forecast.v1.DemandMeasure;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.GetDemandForecastResponse;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The gRPC edge: proto to domain and back, nothing else. */
@GrpcService
public class DemandGrpc implements DemandForecastService {
    private static final String CHOOSE = "auto";
    private static final int LONGEST_NAME = 1000;
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
        DemandScope scope = scope(request.getScope());
        checkMeasure(request.getMeasure());
        DemandStep step = step(request.getStep());
        int horizon = steps("horizon", request.getHorizon(), step, usualHorizon(step));
        var question = new DemandQuestion(
                scope, step, horizon, methods(request.getMethodsList()), stock(request, step, horizon));
        return forecasts
                .forecast(question)
                .map(forecast -> GetDemandForecastResponse.newBuilder()
                        .setForecast(ForecastGrpc.of(request.getScope(), forecast))
                        .build());
    }

    private static DemandScope scope(io.smartcrm.proto.forecast.v1.DemandScope scope) {
        return switch (scope.getScopeCase()) {
            case TOTAL -> new DemandScope.Total();
            case PRODUCT_ID -> new DemandScope.Product(productId(scope.getProductId()));
            case CATEGORY -> new DemandScope.Category(name("scope.category", scope.getCategory()));
            case COUNTRY -> new DemandScope.Country(name("scope.country", scope.getCountry()));
            case CHANNEL -> new DemandScope.Channel(name("scope.channel", scope.getChannel()));
            case SCOPE_NOT_SET ->
                throw Failure.invalid("scope", "is missing; choose total, productId, category, country or channel");
        };
    }

    private static UUID productId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.invalid("scope.productId", quoted(id) + " is not the id of a product (a UUID)");
        }
    }

    private static String name(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Failure.invalid(
                    field,
                    "has " + name.length() + " characters; 1 to " + LONGEST_NAME + ", not all blank, are allowed");
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Failure.invalid(field, "holds a control character");
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

    private static DemandStep step(io.smartcrm.proto.forecast.v1.DemandStep step) {
        return switch (step) {
            case DEMAND_STEP_UNSPECIFIED, DEMAND_STEP_WEEK -> DemandStep.WEEK;
            case DEMAND_STEP_DAY -> DemandStep.DAY;
            case DEMAND_STEP_MONTH -> DemandStep.MONTH;
            case UNRECOGNIZED -> throw Failure.invalid("step", "is not known here; DAY, WEEK and MONTH are");
        };
    }

    private static int usualHorizon(DemandStep step) {
        return switch (step) {
            case DAY -> 14;
            case WEEK, MONTH -> 6;
        };
    }

    private static int longestHorizon(DemandStep step) {
        return switch (step) {
            case DAY -> 90;
            case WEEK -> 26;
            case MONTH -> 12;
        };
    }

    private static int steps(String field, int steps, DemandStep step, int usual) {
        int longest = longestHorizon(step);
        if (steps < 0 || steps > longest) {
            throw Failure.invalid(field, steps + " is not between 1 and " + step.count(longest));
        }
        return steps == 0 ? usual : steps;
    }

    private static Optional<StockWish> stock(GetDemandForecastRequest request, DemandStep step, int horizon) {
        int leadTime = steps("leadTime", request.getLeadTime(), step, horizon);
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
}
