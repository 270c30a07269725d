package io.smartcrm.forecast.run;

import io.quarkus.grpc.GrpcService;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smartcrm.forecast.champion.Champions;
import io.smartcrm.forecast.forecasting.Method;
import io.smartcrm.forecast.forecasting.Reconciliation;
import io.smartcrm.proto.forecast.v1.CancelForecastRunRequest;
import io.smartcrm.proto.forecast.v1.CancelForecastRunResponse;
import io.smartcrm.proto.forecast.v1.ForecastLevel;
import io.smartcrm.proto.forecast.v1.ForecastRunService;
import io.smartcrm.proto.forecast.v1.GetForecastAccuracyRequest;
import io.smartcrm.proto.forecast.v1.GetForecastAccuracyResponse;
import io.smartcrm.proto.forecast.v1.GetForecastRunRequest;
import io.smartcrm.proto.forecast.v1.GetForecastRunResponse;
import io.smartcrm.proto.forecast.v1.ListForecastRunResultsRequest;
import io.smartcrm.proto.forecast.v1.ListForecastRunResultsResponse;
import io.smartcrm.proto.forecast.v1.ListForecastRunsRequest;
import io.smartcrm.proto.forecast.v1.ListForecastRunsResponse;
import io.smartcrm.proto.forecast.v1.ReconciliationMethod;
import io.smartcrm.proto.forecast.v1.ResumeForecastRunRequest;
import io.smartcrm.proto.forecast.v1.ResumeForecastRunResponse;
import io.smartcrm.proto.forecast.v1.StartForecastRunRequest;
import io.smartcrm.proto.forecast.v1.StartForecastRunResponse;
import io.smartcrm.proto.forecast.v1.WatchForecastRunRequest;
import io.smartcrm.proto.forecast.v1.WatchForecastRunResponse;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.PageToken;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs over gRPC; everything happens on worker threads. */
@GrpcService
public class RunGrpc implements ForecastRunService {
    private static final String RUNS = "forecast-runs";
    private static final String RESULTS = "forecast-run-results";
    private static final int USUAL_HORIZON = 6;
    private static final int LONGEST_HORIZON = 26;
    private static final int LONGEST_NAME = 60;
    private static final int MOST_ALERTS = 50;

    private final ForecastRuns runs;
    private final SecurityIdentity caller;
    private final RunConfig config;
    private final Champions champions;

    RunGrpc(ForecastRuns runs, SecurityIdentity caller, RunConfig config, Champions champions) {
        this.runs = runs;
        this.caller = caller;
        this.config = config;
        this.champions = champions;
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<StartForecastRunResponse> startForecastRun(StartForecastRunRequest request) {
        int horizon = horizon(request.getHorizon());
        Reconciliation reconciliation = reconciliation(request.getReconciliation());
        RunWish wish = request.getMethod().isEmpty()
                ? RunWish.by(champions.active().methods(), horizon, reconciliation)
                : RunWish.by(method(request.getMethod()), horizon, reconciliation);
        ForecastRun run = runs.start(wish, caller.getPrincipal().getName(), request.getRequestId());
        return Uni.createFrom()
                .item(StartForecastRunResponse.newBuilder()
                        .setRun(RunMessagesGrpc.of(run))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<GetForecastRunResponse> getForecastRun(GetForecastRunRequest request) {
        return Uni.createFrom()
                .item(GetForecastRunResponse.newBuilder()
                        .setRun(RunMessagesGrpc.of(runs.get(request.getId())))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListForecastRunsResponse> listForecastRuns(ListForecastRunsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        Optional<UUID> after = keys(request.getPageToken(), RUNS, 1).map(keys -> uuid(keys.get(0)));
        List<ForecastRun> found = runs.list(after, size);
        var response = ListForecastRunsResponse.newBuilder();
        found.stream().limit(size).map(RunMessagesGrpc::of).forEach(response::addRuns);
        if (found.size() > size) {
            String last = found.get(size - 1).id().toString();
            response.setNextPageToken(PageToken.of(last).encode(RUNS));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Multi<WatchForecastRunResponse> watchForecastRun(WatchForecastRunRequest request) {
        var ended = new AtomicBoolean();
        return Multi.createFrom()
                .ticks()
                .every(config.watchInterval())
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> Uni.createFrom()
                        .item(() -> runs.get(request.getId()))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .select()
                .first(run -> !ended.getAndSet(run.state().ended()))
                .skip()
                .repetitions()
                .map(run -> WatchForecastRunResponse.newBuilder()
                        .setRun(RunMessagesGrpc.of(run))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<CancelForecastRunResponse> cancelForecastRun(CancelForecastRunRequest request) {
        return Uni.createFrom()
                .item(CancelForecastRunResponse.newBuilder()
                        .setRun(RunMessagesGrpc.of(runs.cancel(request.getId())))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst"})
    public Uni<ResumeForecastRunResponse> resumeForecastRun(ResumeForecastRunRequest request) {
        return Uni.createFrom()
                .item(ResumeForecastRunResponse.newBuilder()
                        .setRun(RunMessagesGrpc.of(runs.resume(request.getId())))
                        .build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<ListForecastRunResultsResponse> listForecastRunResults(ListForecastRunResultsRequest request) {
        int size = PageToken.pageSize(request.getPageSize());
        ForecastRun run = runs.succeeded(request.getRunId());
        Optional<SeriesKind> kind = kind(request.getLevel());
        // The latest run may be another one by the next page: its token goes on in the run of the first.
        String query = RESULTS + kind.map(Enum::name).orElse("");
        Optional<List<String>> keys = keys(request.getPageToken(), query, 3);
        ForecastRun same = keys.isPresent() ? runs.succeeded(keys.get().get(0)) : run;
        Optional<SeriesKey> after = keys.map(key -> new SeriesKey(SeriesKind.valueOf(key.get(1)), key.get(2)));
        List<SeriesResult> found = runs.results(same, kind, after, size);
        var response = ListForecastRunResultsResponse.newBuilder();
        found.stream()
                .limit(size)
                .map(result -> RunMessagesGrpc.of(same, result))
                .forEach(response::addResults);
        if (found.size() > size) {
            SeriesKey last = found.get(size - 1).key();
            response.setNextPageToken(
                    PageToken.of(same.id().toString(), last.kind().name(), last.name())
                            .encode(query));
        }
        return Uni.createFrom().item(response.build());
    }

    @Override
    @Blocking
    @RolesAllowed({"admin", "analyst", "marketer", "integrator"})
    public Uni<GetForecastAccuracyResponse> getForecastAccuracy(GetForecastAccuracyRequest request) {
        Optional<UUID> run = request.getRunId().isEmpty()
                ? Optional.empty()
                : Optional.of(runs.succeeded(request.getRunId()).id());
        List<TrackedSeries> tracked = runs.tracked(run);
        var response = GetForecastAccuracyResponse.newBuilder();
        LevelAccuracy.of(tracked).stream().map(RunMessagesGrpc::of).forEach(response::addLevels);
        tracked.stream()
                .filter(TrackedSeries::isAlert)
                .sorted(Comparator.comparingDouble(series -> -Math.abs(series.trackingSignal())))
                .limit(MOST_ALERTS)
                .map(RunMessagesGrpc::of)
                .forEach(response::addAlerts);
        return Uni.createFrom().item(response.build());
    }

    private static Optional<List<String>> keys(String token, String query, int keys) {
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(PageToken.decode(token, query, keys).keys());
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException forged) {
            throw Failure.invalid("pageToken", "is not one of ours; leave it out to start from the first page");
        }
    }

    private static int horizon(int weeks) {
        if (weeks < 0 || weeks > LONGEST_HORIZON) {
            throw Failure.invalid("horizon", weeks + " is not between 1 and " + LONGEST_HORIZON + " weeks");
        }
        return weeks == 0 ? USUAL_HORIZON : weeks;
    }

    private static Reconciliation reconciliation(ReconciliationMethod method) {
        return switch (method) {
            case RECONCILIATION_METHOD_UNSPECIFIED, RECONCILIATION_METHOD_MIN_TRACE -> Reconciliation.MIN_TRACE;
            case RECONCILIATION_METHOD_BOTTOM_UP -> Reconciliation.BOTTOM_UP;
            case RECONCILIATION_METHOD_TOP_DOWN -> Reconciliation.TOP_DOWN;
            case UNRECOGNIZED ->
                throw Failure.invalid("reconciliation", "is not known here; BOTTOM_UP, TOP_DOWN and MIN_TRACE are");
        };
    }

    private static Method method(String name) {
        try {
            return Method.named(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name);
        } catch (IllegalArgumentException unknown) {
            throw Failure.invalid("method", String.valueOf(unknown.getMessage()));
        }
    }

    private static Optional<SeriesKind> kind(ForecastLevel level) {
        return switch (level) {
            case FORECAST_LEVEL_UNSPECIFIED -> Optional.empty();
            case FORECAST_LEVEL_TOTAL -> Optional.of(SeriesKind.TOTAL);
            case FORECAST_LEVEL_CATEGORY -> Optional.of(SeriesKind.CATEGORY);
            case FORECAST_LEVEL_PRODUCT -> Optional.of(SeriesKind.PRODUCT);
            case FORECAST_LEVEL_COUNTRY -> Optional.of(SeriesKind.COUNTRY);
            case FORECAST_LEVEL_CHANNEL -> Optional.of(SeriesKind.CHANNEL);
            case FORECAST_LEVEL_SEGMENT -> Optional.of(SeriesKind.SEGMENT);
            case UNRECOGNIZED -> throw Failure.invalid("level", "is not known here");
        };
    }
}
