package io.smartcrm.gateway.demand;

import static io.smartcrm.gateway.call.Messages.finite;

import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.demand.DemandForecastView.BacktestView;
import io.smartcrm.gateway.demand.DemandForecastView.CandidateView;
import io.smartcrm.gateway.demand.DemandForecastView.ChoiceView;
import io.smartcrm.gateway.demand.DemandForecastView.ForecastPointView;
import io.smartcrm.gateway.demand.DemandForecastView.MethodView;
import io.smartcrm.gateway.demand.DemandForecastView.PointView;
import io.smartcrm.gateway.demand.DemandForecastView.ProfileView;
import io.smartcrm.gateway.demand.DemandForecastView.ScopeView;
import io.smartcrm.gateway.demand.DemandForecastView.StockView;
import io.smartcrm.proto.forecast.v1.BacktestResult;
import io.smartcrm.proto.forecast.v1.DemandForecast;
import io.smartcrm.proto.forecast.v1.DemandForecastServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandMeasure;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.DemandStep;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.MethodChoice;
import io.smartcrm.proto.forecast.v1.MethodForecast;
import io.smartcrm.proto.forecast.v1.SeriesProfile;
import io.smartcrm.proto.forecast.v1.StockAdvice;
import io.smartcrm.proto.forecast.v1.TotalScope;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/** Asks forecast-service for demand. */
@ApplicationScoped
class DemandClient {
    private final Calls calls;

    DemandClient(Calls calls) {
        this.calls = calls;
    }

    Uni<DemandForecastView> forecast(DemandQuestion question) {
        var request = GetDemandForecastRequest.newBuilder()
                .setScope(scope(question.scope()))
                .setMeasure(DemandMeasure.DEMAND_MEASURE_QUANTITY)
                .setStep(Messages.constant(DemandStep.class, "step", question.step()))
                .setHorizon(question.horizon())
                .addAllMethods(question.methods())
                .setLeadTime(question.leadTime());
        question.serviceLevel().ifPresent(request::setServiceLevel);
        return calls.read(Service.FORECAST, DemandForecastServiceGrpc.getGetDemandForecastMethod(), request.build())
                .map(response -> view(question.scope(), response.getForecast()));
    }

    private static DemandScope scope(ScopeView scope) {
        if (scope.productId() != null) {
            return DemandScope.newBuilder().setProductId(scope.productId()).build();
        }
        if (scope.category() != null) {
            return DemandScope.newBuilder().setCategory(scope.category()).build();
        }
        if (scope.country() != null) {
            return DemandScope.newBuilder().setCountry(scope.country()).build();
        }
        if (scope.channel() != null) {
            return DemandScope.newBuilder().setChannel(scope.channel()).build();
        }
        if (scope.segmentId() != null) {
            return DemandScope.newBuilder().setSegmentId(scope.segmentId()).build();
        }
        return DemandScope.newBuilder()
                .setTotal(TotalScope.getDefaultInstance())
                .build();
    }

    private static DemandForecastView view(ScopeView scope, DemandForecast forecast) {
        return new DemandForecastView(
                scope,
                Messages.name(forecast.getMeasure()),
                Messages.name(forecast.getStep()),
                forecast.getHistoryList().stream()
                        .map(point -> new PointView(LocalDate.parse(point.getWeek()), finite(point.getValue())))
                        .toList(),
                forecast.getForecastsList().stream().map(DemandClient::view).toList(),
                forecast.getExplanation(),
                view(forecast.getProfile()),
                forecast.hasChoice() ? view(forecast.getChoice()) : null,
                forecast.hasStock() ? view(forecast.getStock()) : null,
                Messages.time(forecast.hasDataTime(), forecast.getDataTime()));
    }

    private static ProfileView view(SeriesProfile profile) {
        return new ProfileView(
                Messages.name(profile.getPattern()),
                finite(profile.getTrendStrength()),
                finite(profile.getSeasonStrength()));
    }

    private static ChoiceView view(MethodChoice choice) {
        boolean lookedBack = choice.getCandidatesCount() > 0;
        return new ChoiceView(
                choice.getMethod(),
                choice.getByDefault(),
                choice.getPromotionVersion(),
                lookedBack ? Messages.name(choice.getMeasure()) : null,
                lookedBack ? choice.getOrigins() : null,
                lookedBack ? choice.getHorizon() : null,
                choice.getCandidatesList().stream()
                        .map(candidate -> new CandidateView(
                                candidate.getMethod(),
                                finite(candidate.getError()),
                                candidate.hasRelativeToNaive() ? finite(candidate.getRelativeToNaive()) : null))
                        .toList());
    }

    private static StockView view(StockAdvice stock) {
        return new StockView(
                stock.getLeadTime(),
                stock.getServiceLevel(),
                stock.getMethod(),
                finite(stock.getExpectedDemand()),
                finite(stock.getSafetyStock()),
                finite(stock.getOrderQuantity()));
    }

    private static MethodView view(MethodForecast method) {
        return new MethodView(
                method.getMethod(),
                method.getRecommended(),
                method.getSeasonLength(),
                method.getPointsList().stream().map(DemandClient::view).toList(),
                method.hasBacktest() ? view(method.getBacktest()) : null);
    }

    private static ForecastPointView view(ForecastPoint point) {
        return new ForecastPointView(
                LocalDate.parse(point.getWeek()),
                finite(point.getMean()),
                finite(point.getLower80()),
                finite(point.getUpper80()),
                finite(point.getLower95()),
                finite(point.getUpper95()));
    }

    private static BacktestView view(BacktestResult result) {
        return new BacktestView(
                result.getOrigins(),
                result.getHorizon(),
                result.hasMase() ? finite(result.getMase()) : null,
                finite(result.getSmape()),
                result.hasWape() ? finite(result.getWape()) : null,
                finite(result.getCoverage95()));
    }
}
