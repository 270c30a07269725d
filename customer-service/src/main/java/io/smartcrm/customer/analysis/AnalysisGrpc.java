package io.smartcrm.customer.analysis;

import com.google.protobuf.Timestamp;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smartcrm.customer.analysis.CustomerAnalysis.Figure;
import io.smartcrm.customer.analysis.CustomerAnalysis.Kind;
import io.smartcrm.customer.profile.CustomerScope;
import io.smartcrm.proto.customer.v1.CustomerAnalysisService;
import io.smartcrm.proto.customer.v1.GetCustomerAnalysisRequest;
import io.smartcrm.proto.customer.v1.GetCustomerAnalysisResponse;
import io.smartcrm.proto.customer.v1.ListCohortsRequest;
import io.smartcrm.proto.customer.v1.ListCohortsResponse;
import io.smartcrm.proto.customer.v1.Preference;
import io.smartcrm.wire.Failure;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What was found out about customers, over gRPC. */
@GrpcService
class AnalysisGrpc implements CustomerAnalysisService {
    private static final int MAX_MONTHS = 120;
    private static final int USUAL_MONTHS = 24;

    private final Analyses analyses;
    private final CustomerScope scope;
    private final Clock clock = Clock.systemUTC();

    AnalysisGrpc(Analyses analyses, CustomerScope scope) {
        this.analyses = analyses;
        this.scope = scope;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "agent", "integrator"})
    public Uni<GetCustomerAnalysisResponse> getCustomerAnalysis(GetCustomerAnalysisRequest request) {
        CustomerAnalysis found = analyses.get(customer(request.getCustomerId()), scope.visible());
        return Uni.createFrom()
                .item(GetCustomerAnalysisResponse.newBuilder()
                        .setAnalysis(message(found))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer"})
    public Uni<ListCohortsResponse> listCohorts(ListCohortsRequest request) {
        YearMonth to = month("toMonth", request.getToMonth()).orElse(YearMonth.now(clock));
        YearMonth from = month("fromMonth", request.getFromMonth()).orElse(to.minusMonths(USUAL_MONTHS - 1));
        if (from.isAfter(to) || ChronoUnit.MONTHS.between(from, to) >= MAX_MONTHS) {
            throw Failure.invalid("fromMonth", from + " to " + to + " is not 1 to " + MAX_MONTHS + " months");
        }
        var response = ListCohortsResponse.newBuilder();
        for (Cohort cohort : analyses.cohorts(from.atDay(1), to.atDay(1))) {
            var message = response.addCohortsBuilder()
                    .setMonth(cohort.month().toString())
                    .setCustomerCount(cohort.customers());
            cohort.active()
                    .entrySet()
                    .forEach(active -> message.addMonthsBuilder()
                            .setOffset(active.getKey())
                            .setCustomerCount(active.getValue())
                            .setRetention(cohort.retention(active)));
        }
        return Uni.createFrom().item(response.build());
    }

    private static UUID customer(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw Failure.notFound("customer", id);
        }
    }

    private static Optional<YearMonth> month(String field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeException malformed) {
            throw Failure.invalid(field, "'" + text + "' is not a month such as 2026-01");
        }
    }

    private static io.smartcrm.proto.customer.v1.CustomerAnalysis message(CustomerAnalysis analysis) {
        var message = io.smartcrm.proto.customer.v1.CustomerAnalysis.newBuilder()
                .setCustomerId(analysis.customer().toString())
                .setOrderCount(analysis.orders())
                .setFirstOrderTime(timestamp(analysis.firstOrder()))
                .setLastOrderTime(timestamp(analysis.lastOrder()))
                .addAllCategories(preferences(analysis, Kind.CATEGORY))
                .addAllBrands(preferences(analysis, Kind.BRAND))
                .addAllChannels(preferences(analysis, Kind.CHANNEL))
                .addAllWeekdays(preferences(analysis, Kind.WEEKDAY))
                .addAllHours(preferences(analysis, Kind.HOUR))
                .setComputeTime(timestamp(analysis.computed()));
        analysis.baskets()
                .forEach(basket -> message.addBasketValuesBuilder()
                        .setCurrencyCode(basket.currency())
                        .setMean(basket.mean())
                        .setOrderCount(basket.orders()));
        for (Figure figure : Figure.values()) {
            Double value = analysis.figures().get(figure);
            if (value != null) {
                setter(message, figure).accept(value);
            }
        }
        return message.build();
    }

    private static Consumer<Double> setter(
            io.smartcrm.proto.customer.v1.CustomerAnalysis.Builder message, Figure figure) {
        return switch (figure) {
            case PRICE_LEVEL -> message::setPriceLevel;
            case CADENCE_DAYS -> message::setCadenceDays;
            case CADENCE_CHANGE -> message::setCadenceChange;
            case LINES_PER_ORDER -> message::setLinesPerOrder;
            case PIECES_PER_ORDER -> message::setPiecesPerOrder;
            case DISCOUNT_SHARE -> message::setDiscountShare;
            case REFUND_RATE -> message::setRefundRate;
            case REFUNDED_SHARE -> message::setRefundedShare;
            case CASE_SENTIMENT -> message::setCaseSentiment;
        };
    }

    private static List<Preference> preferences(CustomerAnalysis analysis, Kind kind) {
        return analysis.preferred(kind).stream()
                .map(preferred -> Preference.newBuilder()
                        .setName(preferred.name())
                        .setShare(preferred.share())
                        .build())
                .toList();
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
