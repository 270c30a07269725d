package io.smartcrm.forecast.demand;

import com.google.protobuf.Timestamp;
import io.smartcrm.forecast.accuracy.Backtest;
import io.smartcrm.forecast.accuracy.Comparison.Ranked;
import io.smartcrm.forecast.accuracy.IntervalErrors;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.series.DemandHistory;
import io.smartcrm.forecast.series.DemandStep;
import io.smartcrm.forecast.stateless.ProfileGrpc;
import io.smartcrm.proto.forecast.v1.BacktestResult;
import io.smartcrm.proto.forecast.v1.DemandMeasure;
import io.smartcrm.proto.forecast.v1.DemandPoint;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.ErrorMeasure;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.MethodCandidate;

/** A demand forecast as a message. */
final class ForecastGrpc {
    private ForecastGrpc() {}

    static io.smartcrm.proto.forecast.v1.DemandForecast of(DemandScope scope, DemandForecast forecast) {
        var message = io.smartcrm.proto.forecast.v1.DemandForecast.newBuilder()
                .setScope(scope)
                .setMeasure(DemandMeasure.DEMAND_MEASURE_QUANTITY)
                .setStep(of(forecast.history().step()))
                .setExplanation(forecast.explanation())
                .setProfile(ProfileGrpc.of(forecast.profile()));
        DemandHistory history = forecast.history();
        for (int step = 0; step < history.steps(); step++) {
            message.addHistory(DemandPoint.newBuilder()
                    .setWeek(history.start(step).toString())
                    .setValue(history.quantities().get(step)));
        }
        forecast.forecasts().forEach(method -> message.addForecasts(of(method, forecast.origins())));
        forecast.choice().ifPresent(choice -> message.setChoice(of(choice)));
        forecast.stock().ifPresent(stock -> message.setStock(of(stock)));
        history.dataTime()
                .ifPresent(time -> message.setDataTime(
                        Timestamp.newBuilder().setSeconds(time.getEpochSecond()).setNanos(time.getNano())));
        return message.build();
    }

    private static io.smartcrm.proto.forecast.v1.MethodChoice of(io.smartcrm.forecast.accuracy.MethodChoice choice) {
        var message = io.smartcrm.proto.forecast.v1.MethodChoice.newBuilder()
                .setMethod(choice.method().id())
                .setByDefault(choice.method() == choice.methods().champion())
                .setPromotionVersion(choice.methods().version());
        if (choice.comparison() instanceof Ranked ranked) {
            double naive = ranked.error(Method.NAIVE);
            message.setOrigins(ranked.origins()).setHorizon(ranked.horizon()).setMeasure(of(ranked.measure()));
            for (Backtest backtest : ranked.backtests()) {
                double error = ranked.error(backtest.method());
                var candidate = MethodCandidate.newBuilder()
                        .setMethod(backtest.method().id())
                        .setError(error);
                if (naive > 0) {
                    candidate.setRelativeToNaive(error / naive);
                }
                message.addCandidates(candidate);
            }
        }
        return message.build();
    }

    private static io.smartcrm.proto.forecast.v1.DemandStep of(DemandStep step) {
        return switch (step) {
            case DAY -> io.smartcrm.proto.forecast.v1.DemandStep.DEMAND_STEP_DAY;
            case WEEK -> io.smartcrm.proto.forecast.v1.DemandStep.DEMAND_STEP_WEEK;
            case MONTH -> io.smartcrm.proto.forecast.v1.DemandStep.DEMAND_STEP_MONTH;
        };
    }

    private static ErrorMeasure of(io.smartcrm.forecast.accuracy.Comparison.Measure measure) {
        return switch (measure) {
            case MAE -> ErrorMeasure.ERROR_MEASURE_MAE;
            case RMSE -> ErrorMeasure.ERROR_MEASURE_RMSE;
        };
    }

    private static io.smartcrm.proto.forecast.v1.StockAdvice of(StockAdvice stock) {
        return io.smartcrm.proto.forecast.v1.StockAdvice.newBuilder()
                .setLeadTime(stock.wish().leadTime())
                .setServiceLevel(stock.wish().serviceLevel())
                .setMethod(stock.method().id())
                .setExpectedDemand(stock.decision().expected())
                .setSafetyStock(stock.decision().safety())
                .setOrderQuantity(stock.decision().quantity())
                .build();
    }

    private static io.smartcrm.proto.forecast.v1.MethodForecast of(MethodForecast forecast, int origins) {
        var message = io.smartcrm.proto.forecast.v1.MethodForecast.newBuilder()
                .setMethod(forecast.method().id())
                .setRecommended(forecast.recommended())
                .setSeasonLength(forecast.seasonLength());
        forecast.steps().forEach(step -> message.addPoints(of(step)));
        forecast.backtest()
                .ifPresent(backtest -> message.setBacktest(
                        of(backtest, origins, forecast.steps().size())));
        return message.build();
    }

    private static ForecastPoint of(StepForecast step) {
        return ForecastPoint.newBuilder()
                .setWeek(step.start().toString())
                .setMean(step.mean())
                .setLower80(step.lower80())
                .setUpper80(step.upper80())
                .setLower95(step.lower95())
                .setUpper95(step.upper95())
                .build();
    }

    private static BacktestResult of(Backtest backtest, int origins, int horizon) {
        var message = BacktestResult.newBuilder()
                .setOrigins(origins)
                .setHorizon(horizon)
                .setSmape(backtest.errors().smape());
        if (!Double.isNaN(backtest.mase())) {
            message.setMase(backtest.mase());
        }
        if (!Double.isNaN(backtest.errors().wape())) {
            message.setWape(backtest.errors().wape());
        }
        backtest.intervals().stream()
                .filter(interval -> interval.level() == 0.95)
                .mapToDouble(IntervalErrors::coverage)
                .findFirst()
                .ifPresent(message::setCoverage95);
        return message.build();
    }
}
