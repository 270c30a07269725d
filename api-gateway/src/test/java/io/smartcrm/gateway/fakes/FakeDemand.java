package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.forecast.v1.DemandForecast;
import io.smartcrm.proto.forecast.v1.DemandForecastServiceGrpc.DemandForecastServiceImplBase;
import io.smartcrm.proto.forecast.v1.DemandMeasure;
import io.smartcrm.proto.forecast.v1.DemandPoint;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.GetDemandForecastResponse;
import io.smartcrm.proto.forecast.v1.MethodForecast;

/** A flat forecast of as many weeks as were asked for, explained by the scope that was asked for. */
final class FakeDemand extends DemandForecastServiceImplBase {
    @Override
    public void getDemandForecast(GetDemandForecastRequest request, StreamObserver<GetDemandForecastResponse> answer) {
        var forecast = DemandForecast.newBuilder()
                .setScope(request.getScope())
                .setMeasure(DemandMeasure.DEMAND_MEASURE_QUANTITY)
                .setExplanation(request.getScope().getScopeCase().name())
                .addHistory(DemandPoint.newBuilder().setWeek("2011-11-28").setValue(12));
        for (String method : request.getMethodsList()) {
            var points = MethodForecast.newBuilder().setMethod(method).setSeasonLength(1);
            for (int week = 0; week < request.getHorizon(); week++) {
                points.addPoints(
                        ForecastPoint.newBuilder().setWeek("2011-12-05").setMean(12));
            }
            forecast.addForecasts(points);
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
