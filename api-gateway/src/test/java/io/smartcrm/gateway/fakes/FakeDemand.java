package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.forecast.v1.DemandForecast;
import io.smartcrm.proto.forecast.v1.DemandForecastServiceGrpc.DemandForecastServiceImplBase;
import io.smartcrm.proto.forecast.v1.DemandMeasure;
import io.smartcrm.proto.forecast.v1.DemandPattern;
import io.smartcrm.proto.forecast.v1.DemandPoint;
import io.smartcrm.proto.forecast.v1.DemandStep;
import io.smartcrm.proto.forecast.v1.ErrorMeasure;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.GetDemandForecastResponse;
import io.smartcrm.proto.forecast.v1.MethodCandidate;
import io.smartcrm.proto.forecast.v1.MethodChoice;
import io.smartcrm.proto.forecast.v1.MethodForecast;
import io.smartcrm.proto.forecast.v1.SeriesProfile;
import io.smartcrm.proto.forecast.v1.StockAdvice;

/** A flat forecast of as many weeks as were asked for, explained by the scope that was asked for. */
final class FakeDemand extends DemandForecastServiceImplBase {
    @Override
    public void getDemandForecast(GetDemandForecastRequest request, StreamObserver<GetDemandForecastResponse> answer) {
        var forecast = DemandForecast.newBuilder()
                .setScope(request.getScope())
                .setStep(DemandStep.DEMAND_STEP_WEEK)
                .setMeasure(DemandMeasure.DEMAND_MEASURE_QUANTITY)
                .setExplanation(request.getScope().getScopeCase().name())
                .setProfile(SeriesProfile.newBuilder().setPattern(DemandPattern.DEMAND_PATTERN_ERRATIC))
                .addHistory(DemandPoint.newBuilder().setWeek("2011-11-28").setValue(12));
        for (String method : request.getMethodsList()) {
            var points = MethodForecast.newBuilder().setMethod(method).setSeasonLength(1);
            for (int week = 0; week < request.getHorizon(); week++) {
                points.addPoints(
                        ForecastPoint.newBuilder().setWeek("2011-12-05").setMean(12));
            }
            forecast.addForecasts(points);
        }
        if (request.getMethodsCount() == 0) {
            forecast.setChoice(MethodChoice.newBuilder()
                    .setMethod("ets")
                    .setMeasure(ErrorMeasure.ERROR_MEASURE_MAE)
                    .setOrigins(12)
                    .setHorizon(6)
                    .addCandidates(MethodCandidate.newBuilder()
                            .setMethod("ets")
                            .setError(4)
                            .setRelativeToNaive(0.8)));
        }
        if (request.hasServiceLevel()) {
            forecast.setStock(StockAdvice.newBuilder()
                    .setLeadTime(request.getLeadTime())
                    .setServiceLevel(request.getServiceLevel())
                    .setMethod("ets")
                    .setExpectedDemand(24)
                    .setSafetyStock(6)
                    .setOrderQuantity(30));
        }
        Ids.answer(
                "product",
                request.getScope().getProductId(),
                answer,
                () -> GetDemandForecastResponse.newBuilder()
                        .setForecast(forecast)
                        .build());
    }
}
