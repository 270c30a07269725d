package io.smartcrm.forecast.run;

import com.google.protobuf.Timestamp;
import io.smartcrm.forecast.forecasting.Reconciliation;
import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.forecast.series.ScopeGrpc;
import io.smartcrm.proto.forecast.v1.ForecastLevel;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.ForecastRunResult;
import io.smartcrm.proto.forecast.v1.ForecastRunState;
import io.smartcrm.proto.forecast.v1.ReconciliationMethod;
import io.smartcrm.proto.forecast.v1.TrackingAlert;
import java.time.Instant;
import java.time.LocalDate;

/** Runs and what came of them as messages. */
final class RunMessagesGrpc {
    private RunMessagesGrpc() {}

    static io.smartcrm.proto.forecast.v1.ForecastRun of(ForecastRun run) {
        var message = io.smartcrm.proto.forecast.v1.ForecastRun.newBuilder()
                .setId(run.id().toString())
                .setState(state(run.state()))
                .setHorizon(run.wish().horizon())
                .setReconciliation(reconciliation(run.wish().reconciliation()))
                .setMethod(run.wish().method().id())
                .setCodeVersion(run.codeVersion())
                .setDone(run.done())
                .setTotal(run.total())
                .setCreateTime(timestamp(run.createTime()))
                .setFailure(run.failure());
        run.wish().methodVersion().ifPresent(message::setPromotionVersion);
        run.firstWeek().ifPresent(week -> message.setFirstWeek(week.toString()));
        run.dataTime().ifPresent(time -> message.setDataTime(timestamp(time)));
        run.startTime().ifPresent(time -> message.setStartTime(timestamp(time)));
        run.endTime().ifPresent(time -> message.setEndTime(timestamp(time)));
        return message.build();
    }

    static ForecastRunResult of(ForecastRun run, SeriesResult result) {
        LocalDate first = run.firstWeek()
                .orElseThrow(() -> new IllegalStateException("run " + run.id() + " has results but no first week"));
        var message = ForecastRunResult.newBuilder()
                .setScope(ScopeGrpc.message(result.key().scope()))
                .setMethod(result.method().id())
                .addAllBase(result.base());
        for (int week = 0; week < result.mean().size(); week++) {
            message.addPoints(ForecastPoint.newBuilder()
                    .setWeek(DemandStep.WEEK.later(first, week).toString())
                    .setMean(result.mean().get(week))
                    .setLower80(result.lower80().get(week))
                    .setUpper80(result.upper80().get(week))
                    .setLower95(result.lower95().get(week))
                    .setUpper95(result.upper95().get(week)));
        }
        return message.build();
    }

    static io.smartcrm.proto.forecast.v1.LevelAccuracy of(LevelAccuracy accuracy) {
        var message = io.smartcrm.proto.forecast.v1.LevelAccuracy.newBuilder()
                .setLevel(level(accuracy.kind()))
                .setSeries(accuracy.series())
                .setWeeks(accuracy.weeks())
                .setCoverage95((double) accuracy.covered() / accuracy.weeks())
                .setAlerts(accuracy.alerts());
        if (accuracy.sold() > 0) {
            message.setWape(accuracy.absolute() / accuracy.sold()).setBias(accuracy.signed() / accuracy.sold());
        }
        return message.build();
    }

    static TrackingAlert of(TrackedSeries series) {
        return TrackingAlert.newBuilder()
                .setScope(ScopeGrpc.message(series.key().scope()))
                .setTrackingSignal(series.trackingSignal())
                .setWeeks(series.weeks())
                .build();
    }

    private static ForecastLevel level(SeriesKind kind) {
        return switch (kind) {
            case TOTAL -> ForecastLevel.FORECAST_LEVEL_TOTAL;
            case CATEGORY -> ForecastLevel.FORECAST_LEVEL_CATEGORY;
            case PRODUCT -> ForecastLevel.FORECAST_LEVEL_PRODUCT;
            case COUNTRY -> ForecastLevel.FORECAST_LEVEL_COUNTRY;
            case CHANNEL -> ForecastLevel.FORECAST_LEVEL_CHANNEL;
            case SEGMENT -> ForecastLevel.FORECAST_LEVEL_SEGMENT;
        };
    }

    private static ForecastRunState state(RunState state) {
        return switch (state) {
            case WAITING -> ForecastRunState.FORECAST_RUN_STATE_WAITING;
            case RUNNING -> ForecastRunState.FORECAST_RUN_STATE_RUNNING;
            case SUCCEEDED -> ForecastRunState.FORECAST_RUN_STATE_SUCCEEDED;
            case FAILED -> ForecastRunState.FORECAST_RUN_STATE_FAILED;
            case CANCELLED -> ForecastRunState.FORECAST_RUN_STATE_CANCELLED;
        };
    }

    private static ReconciliationMethod reconciliation(Reconciliation reconciliation) {
        return switch (reconciliation) {
            case BOTTOM_UP -> ReconciliationMethod.RECONCILIATION_METHOD_BOTTOM_UP;
            case TOP_DOWN -> ReconciliationMethod.RECONCILIATION_METHOD_TOP_DOWN;
            case MIN_TRACE -> ReconciliationMethod.RECONCILIATION_METHOD_MIN_TRACE;
        };
    }

    private static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
