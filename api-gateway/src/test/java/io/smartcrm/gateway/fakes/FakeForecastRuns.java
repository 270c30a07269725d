package io.smartcrm.gateway.fakes;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import io.smartcrm.proto.forecast.v1.CancelForecastRunRequest;
import io.smartcrm.proto.forecast.v1.CancelForecastRunResponse;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.ForecastLevel;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.ForecastRun;
import io.smartcrm.proto.forecast.v1.ForecastRunResult;
import io.smartcrm.proto.forecast.v1.ForecastRunServiceGrpc.ForecastRunServiceImplBase;
import io.smartcrm.proto.forecast.v1.ForecastRunState;
import io.smartcrm.proto.forecast.v1.GetForecastAccuracyRequest;
import io.smartcrm.proto.forecast.v1.GetForecastAccuracyResponse;
import io.smartcrm.proto.forecast.v1.GetForecastRunRequest;
import io.smartcrm.proto.forecast.v1.GetForecastRunResponse;
import io.smartcrm.proto.forecast.v1.LevelAccuracy;
import io.smartcrm.proto.forecast.v1.ListForecastRunResultsRequest;
import io.smartcrm.proto.forecast.v1.ListForecastRunResultsResponse;
import io.smartcrm.proto.forecast.v1.ListForecastRunsRequest;
import io.smartcrm.proto.forecast.v1.ListForecastRunsResponse;
import io.smartcrm.proto.forecast.v1.ReconciliationMethod;
import io.smartcrm.proto.forecast.v1.ResumeForecastRunRequest;
import io.smartcrm.proto.forecast.v1.ResumeForecastRunResponse;
import io.smartcrm.proto.forecast.v1.StartForecastRunRequest;
import io.smartcrm.proto.forecast.v1.StartForecastRunResponse;
import io.smartcrm.proto.forecast.v1.TrackingAlert;
import io.smartcrm.proto.forecast.v1.WatchForecastRunRequest;
import io.smartcrm.proto.forecast.v1.WatchForecastRunResponse;

/** One run; its results are of the level that was asked for. */
final class FakeForecastRuns extends ForecastRunServiceImplBase {
    @Override
    public void startForecastRun(StartForecastRunRequest request, StreamObserver<StartForecastRunResponse> answer) {
        Ids.complete(
                answer,
                StartForecastRunResponse.newBuilder()
                        .setRun(run(ForecastRunState.FORECAST_RUN_STATE_WAITING)
                                .setHorizon(request.getHorizon())
                                .setReconciliation(request.getReconciliation()))
                        .build());
    }

    @Override
    public void getForecastRun(GetForecastRunRequest request, StreamObserver<GetForecastRunResponse> answer) {
        Ids.answer(
                "forecast run",
                request.getId(),
                answer,
                () -> GetForecastRunResponse.newBuilder()
                        .setRun(run(ForecastRunState.FORECAST_RUN_STATE_RUNNING))
                        .build());
    }

    @Override
    public void listForecastRuns(ListForecastRunsRequest request, StreamObserver<ListForecastRunsResponse> answer) {
        Ids.complete(
                answer,
                ListForecastRunsResponse.newBuilder()
                        .addRuns(run(ForecastRunState.FORECAST_RUN_STATE_RUNNING))
                        .build());
    }

    @Override
    public void watchForecastRun(WatchForecastRunRequest request, StreamObserver<WatchForecastRunResponse> answer) {
        answer.onNext(WatchForecastRunResponse.newBuilder()
                .setRun(run(ForecastRunState.FORECAST_RUN_STATE_RUNNING))
                .build());
        answer.onNext(WatchForecastRunResponse.newBuilder()
                .setRun(run(ForecastRunState.FORECAST_RUN_STATE_SUCCEEDED))
                .build());
        answer.onCompleted();
    }

    @Override
    public void cancelForecastRun(CancelForecastRunRequest request, StreamObserver<CancelForecastRunResponse> answer) {
        Ids.answer(
                "forecast run",
                request.getId(),
                answer,
                () -> CancelForecastRunResponse.newBuilder()
                        .setRun(run(ForecastRunState.FORECAST_RUN_STATE_CANCELLED))
                        .build());
    }

    @Override
    public void resumeForecastRun(ResumeForecastRunRequest request, StreamObserver<ResumeForecastRunResponse> answer) {
        Ids.answer(
                "forecast run",
                request.getId(),
                answer,
                () -> ResumeForecastRunResponse.newBuilder()
                        .setRun(run(ForecastRunState.FORECAST_RUN_STATE_WAITING))
                        .build());
    }

    @Override
    public void listForecastRunResults(
            ListForecastRunResultsRequest request, StreamObserver<ListForecastRunResultsResponse> answer) {
        Ids.answer(
                "forecast run",
                request.getRunId(),
                answer,
                () -> ListForecastRunResultsResponse.newBuilder()
                        .addResults(ForecastRunResult.newBuilder()
                                .setScope(DemandScope.newBuilder()
                                        .setCategory(request.getLevel().name()))
                                .setMethod("ensemble")
                                .addPoints(ForecastPoint.newBuilder()
                                        .setWeek("2011-12-05")
                                        .setMean(12))
                                .addBase(11))
                        .build());
    }

    @Override
    public void getForecastAccuracy(
            GetForecastAccuracyRequest request, StreamObserver<GetForecastAccuracyResponse> answer) {
        Ids.answer(
                "forecast run",
                request.getRunId(),
                answer,
                () -> GetForecastAccuracyResponse.newBuilder()
                        .addLevels(LevelAccuracy.newBuilder()
                                .setLevel(ForecastLevel.FORECAST_LEVEL_PRODUCT)
                                .setSeries(3)
                                .setWeeks(6)
                                .setWape(0.25))
                        .addAlerts(TrackingAlert.newBuilder()
                                .setScope(DemandScope.newBuilder().setCountry("Peru"))
                                .setTrackingSignal(-5)
                                .setWeeks(6))
                        .build());
    }

    private static ForecastRun.Builder run(ForecastRunState state) {
        return ForecastRun.newBuilder()
                .setId(Ids.KNOWN)
                .setState(state)
                .setHorizon(6)
                .setReconciliation(ReconciliationMethod.RECONCILIATION_METHOD_MIN_TRACE)
                .setMethod("ensemble")
                .setCodeVersion("1")
                .setFirstWeek("2011-12-05")
                .setCreateTime(Timestamp.newBuilder().setSeconds(1_323_043_200));
    }
}
