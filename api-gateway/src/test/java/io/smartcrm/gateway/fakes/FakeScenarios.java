package io.smartcrm.gateway.fakes;

import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosRequest;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosResponse;
import io.smartcrm.proto.forecast.v1.DemandEffect;
import io.smartcrm.proto.forecast.v1.DemandScenarioServiceGrpc.DemandScenarioServiceImplBase;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.ScenarioForecast;

/** Ten pieces for each promotion of a future, in one step. */
final class FakeScenarios extends DemandScenarioServiceImplBase {
    @Override
    public void compareDemandScenarios(
            CompareDemandScenariosRequest request, StreamObserver<CompareDemandScenariosResponse> answer) {
        int planned = 10 * request.getPlan().getPromotionsCount();
        var response = CompareDemandScenariosResponse.newBuilder()
                .addForecasts(future("", planned, planned))
                .addEffects(DemandEffect.newBuilder()
                        .setName(request.getScope().getScopeCase().name())
                        .setChange(10));
        request.getScenariosList()
                .forEach(scenario -> response.addForecasts(
                        future(scenario.getName(), 10 * scenario.getPlan().getPromotionsCount(), planned)));
        Ids.complete(answer, response.build());
    }

    private static ScenarioForecast.Builder future(String name, int total, int planned) {
        return ScenarioForecast.newBuilder()
                .setName(name)
                .setTotal(total)
                .setDifference(total - planned)
                .addPoints(ForecastPoint.newBuilder().setWeek("2011-12-05").setMean(total));
    }
}
