package io.smartcrm.gateway.forecastrun;

import static io.smartcrm.gateway.call.Messages.finite;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smartcrm.gateway.call.Calls;
import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.call.Service;
import io.smartcrm.gateway.forecastrun.ForecastAccuracyView.AlertView;
import io.smartcrm.gateway.forecastrun.ForecastAccuracyView.LevelView;
import io.smartcrm.gateway.forecastrun.ForecastRunResultView.SeriesScopeView;
import io.smartcrm.gateway.forecastrun.ForecastRunResultView.WeekView;
import io.smartcrm.gateway.http.Page;
import io.smartcrm.proto.forecast.v1.CancelForecastRunRequest;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.ForecastLevel;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.ForecastRun;
import io.smartcrm.proto.forecast.v1.ForecastRunResult;
import io.smartcrm.proto.forecast.v1.ForecastRunServiceGrpc;
import io.smartcrm.proto.forecast.v1.GetForecastAccuracyRequest;
import io.smartcrm.proto.forecast.v1.GetForecastAccuracyResponse;
import io.smartcrm.proto.forecast.v1.GetForecastRunRequest;
import io.smartcrm.proto.forecast.v1.LevelAccuracy;
import io.smartcrm.proto.forecast.v1.ListForecastRunResultsRequest;
import io.smartcrm.proto.forecast.v1.ListForecastRunsRequest;
import io.smartcrm.proto.forecast.v1.ReconciliationMethod;
import io.smartcrm.proto.forecast.v1.ResumeForecastRunRequest;
import io.smartcrm.proto.forecast.v1.StartForecastRunRequest;
import io.smartcrm.proto.forecast.v1.WatchForecastRunRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks forecast-service for runs. */
@ApplicationScoped
class ForecastRunClient {
    private final Calls calls;

    ForecastRunClient(Calls calls) {
        this.calls = calls;
    }

    Uni<ForecastRunView> start(NewForecastRun wish, String requestId) {
        var request = StartForecastRunRequest.newBuilder()
                .setHorizon(wish.horizon() == null ? 0 : wish.horizon())
                .setReconciliation(
                        Messages.constant(ReconciliationMethod.class, "reconciliation", wish.reconciliation()))
                .setMethod(wish.method() == null ? "" : wish.method())
                .setRequestId(requestId)
                .build();
        return calls.change(Service.FORECAST, ForecastRunServiceGrpc.getStartForecastRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    Uni<ForecastRunView> get(String id) {
        var request = GetForecastRunRequest.newBuilder().setId(id).build();
        return calls.read(Service.FORECAST, ForecastRunServiceGrpc.getGetForecastRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    Uni<Page<ForecastRunView>> list(int pageSize, String pageToken) {
        var request = ListForecastRunsRequest.newBuilder()
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.FORECAST, ForecastRunServiceGrpc.getListForecastRunsMethod(), request)
                .map(response -> Page.of(response.getRunsList(), ForecastRunClient::view, response.getNextPageToken()));
    }

    Multi<ForecastRunView> watch(String id) {
        var request = WatchForecastRunRequest.newBuilder().setId(id).build();
        return calls.watch(Service.FORECAST, ForecastRunServiceGrpc.getWatchForecastRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    Uni<ForecastRunView> cancel(String id) {
        var request = CancelForecastRunRequest.newBuilder().setId(id).build();
        return calls.change(Service.FORECAST, ForecastRunServiceGrpc.getCancelForecastRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    Uni<ForecastRunView> resume(String id) {
        var request = ResumeForecastRunRequest.newBuilder().setId(id).build();
        return calls.change(Service.FORECAST, ForecastRunServiceGrpc.getResumeForecastRunMethod(), request)
                .map(response -> view(response.getRun()));
    }

    Uni<Page<ForecastRunResultView>> results(String id, @Nullable String level, int pageSize, String pageToken) {
        var request = ListForecastRunResultsRequest.newBuilder()
                .setRunId(id)
                .setLevel(Messages.constant(ForecastLevel.class, "level", level))
                .setPageSize(pageSize)
                .setPageToken(pageToken)
                .build();
        return calls.read(Service.FORECAST, ForecastRunServiceGrpc.getListForecastRunResultsMethod(), request)
                .map(response ->
                        Page.of(response.getResultsList(), ForecastRunClient::view, response.getNextPageToken()));
    }

    /** @param run empty for the forecast that was the last one before each week */
    Uni<ForecastAccuracyView> accuracy(String run) {
        var request = GetForecastAccuracyRequest.newBuilder().setRunId(run).build();
        return calls.read(Service.FORECAST, ForecastRunServiceGrpc.getGetForecastAccuracyMethod(), request)
                .map(ForecastRunClient::view);
    }

    private static ForecastRunView view(ForecastRun run) {
        return new ForecastRunView(
                run.getId(),
                Messages.name(run.getState()),
                run.getHorizon(),
                Messages.name(run.getReconciliation()),
                run.getMethod(),
                run.hasPromotionVersion() ? run.getPromotionVersion() : null,
                run.getCodeVersion(),
                run.getFirstWeek().isEmpty() ? null : LocalDate.parse(run.getFirstWeek()),
                Messages.time(run.hasDataTime(), run.getDataTime()),
                run.getDone(),
                run.getTotal(),
                Messages.time(run.hasCreateTime(), run.getCreateTime()),
                Messages.time(run.hasStartTime(), run.getStartTime()),
                Messages.time(run.hasEndTime(), run.getEndTime()),
                Messages.text(run.getFailure()));
    }

    private static ForecastRunResultView view(ForecastRunResult result) {
        return new ForecastRunResultView(
                view(result.getScope()),
                result.getMethod(),
                IntStream.range(0, result.getPointsCount())
                        .mapToObj(week -> view(
                                result.getPoints(week), week < result.getBaseCount() ? result.getBase(week) : null))
                        .toList());
    }

    private static WeekView view(ForecastPoint point, @Nullable Double base) {
        return new WeekView(
                LocalDate.parse(point.getWeek()),
                finite(point.getMean()),
                finite(point.getLower80()),
                finite(point.getUpper80()),
                finite(point.getLower95()),
                finite(point.getUpper95()),
                base);
    }

    private static SeriesScopeView view(DemandScope scope) {
        return new SeriesScopeView(
                Messages.text(scope.getProductId()),
                Messages.text(scope.getCategory()),
                Messages.text(scope.getCountry()),
                Messages.text(scope.getChannel()),
                Messages.text(scope.getSegmentId()));
    }

    private static ForecastAccuracyView view(GetForecastAccuracyResponse response) {
        return new ForecastAccuracyView(
                response.getLevelsList().stream().map(ForecastRunClient::view).toList(),
                response.getAlertsList().stream()
                        .map(alert -> new AlertView(
                                view(alert.getScope()), finite(alert.getTrackingSignal()), alert.getWeeks()))
                        .toList());
    }

    private static LevelView view(LevelAccuracy level) {
        return new LevelView(
                Messages.name(level.getLevel()),
                level.getSeries(),
                level.getWeeks(),
                level.hasWape() ? finite(level.getWape()) : null,
                level.hasBias() ? finite(level.getBias()) : null,
                finite(level.getCoverage95()),
                level.getAlerts());
    }
}
