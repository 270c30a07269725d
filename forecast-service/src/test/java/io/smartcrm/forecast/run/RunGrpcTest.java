package io.smartcrm.forecast.run;

import static io.smartcrm.forecast.Calls.failureOf;
import static io.smartcrm.forecast.ShopFixtures.orderedFrom;
import static io.smartcrm.forecast.ShopFixtures.product;
import static io.smartcrm.forecast.ShopFixtures.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.Calls;
import io.smartcrm.forecast.ShopTopics;
import io.smartcrm.proto.forecast.v1.CancelForecastRunRequest;
import io.smartcrm.proto.forecast.v1.DemandForecastServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.ForecastLevel;
import io.smartcrm.proto.forecast.v1.ForecastRun;
import io.smartcrm.proto.forecast.v1.ForecastRunResult;
import io.smartcrm.proto.forecast.v1.ForecastRunServiceGrpc;
import io.smartcrm.proto.forecast.v1.ForecastRunServiceGrpc.ForecastRunServiceBlockingStub;
import io.smartcrm.proto.forecast.v1.ForecastRunState;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.GetForecastAccuracyRequest;
import io.smartcrm.proto.forecast.v1.GetForecastRunRequest;
import io.smartcrm.proto.forecast.v1.ListForecastRunResultsRequest;
import io.smartcrm.proto.forecast.v1.ListForecastRunsRequest;
import io.smartcrm.proto.forecast.v1.ReconciliationMethod;
import io.smartcrm.proto.forecast.v1.ResumeForecastRunRequest;
import io.smartcrm.proto.forecast.v1.StartForecastRunRequest;
import io.smartcrm.proto.forecast.v1.WatchForecastRunRequest;
import io.smartcrm.wire.Failure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class RunGrpcTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int WEEKS = 12;

    private static final String CATEGORY = "Category " + UUID.randomUUID();
    private static final List<UUID> PRODUCTS = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    private static final AtomicBoolean SOLD = new AtomicBoolean();

    private Calls calls;
    private ForecastRunServiceBlockingStub runs;

    @BeforeEach
    void connect() {
        calls = new Calls();
        runs = ForecastRunServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
        if (!SOLD.getAndSet(true)) {
            sellThreeProductsOfACategory();
        }
    }

    private void sellThreeProductsOfACategory() {
        try (ShopTopics shop = new ShopTopics()) {
            PRODUCTS.forEach(each -> shop.send(each, product(each, 100, CATEGORY)));
            for (int week = 0; week <= WEEKS; week++) {
                for (int i = 0; i < PRODUCTS.size(); i++) {
                    String quantity = Integer.toString(10 * (i + 1) + week % 3);
                    LocalDate monday = MONDAY.plusWeeks(week);
                    shop.send(
                            orderedFrom("Peru", "web", sale(UUID.randomUUID(), 1, monday, PRODUCTS.get(i), quantity)));
                }
            }
        }
        var demand = DemandForecastServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
        var ofCategory = GetDemandForecastRequest.newBuilder()
                .setScope(DemandScope.newBuilder().setCategory(CATEGORY))
                .addMethods("naive")
                .build();
        await().ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(demand.getDemandForecast(ofCategory).getForecast().getHistoryList().stream()
                                        .mapToDouble(point -> point.getValue())
                                        .sum())
                                .isEqualTo(WEEKS * 60 + 3 * WEEKS));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReconciliationMethod.class,
            names = {"RECONCILIATION_METHOD_UNSPECIFIED", "UNRECOGNIZED"},
            mode = EnumSource.Mode.EXCLUDE)
    void productsAddUpToCategoriesAndTheseToTheTotal(ReconciliationMethod reconciliation) {
        // When
        ForecastRun run = ended(start(StartForecastRunRequest.newBuilder()
                .setReconciliation(reconciliation)
                .setMethod("ses")
                .setHorizon(3)));

        // Then
        assertThat(run.getState()).as(run.getFailure()).isEqualTo(ForecastRunState.FORECAST_RUN_STATE_SUCCEEDED);
        assertThat(run.getDone()).isEqualTo(run.getTotal());
        assertThat(run.getFirstWeek()).isNotEmpty();
        assertThat(run.getCodeVersion()).isNotEmpty();
        assertThat(run.getDataTime().getSeconds()).isPositive();
        List<ForecastRunResult> all = results(run.getId(), ForecastLevel.FORECAST_LEVEL_UNSPECIFIED);
        double ofProducts = PRODUCTS.stream()
                .mapToDouble(each -> mean(all, DemandScope.newBuilder().setProductId(each.toString())))
                .sum();
        assertThat(ofProducts)
                .isCloseTo(mean(all, DemandScope.newBuilder().setCategory(CATEGORY)), within(1e-6))
                .isPositive();
        double ofAllProducts = all.stream()
                .filter(result -> result.getScope().hasProductId())
                .mapToDouble(result -> result.getPoints(0).getMean())
                .sum();
        assertThat(mean(all, DemandScope.newBuilder().setTotal(total()))).isCloseTo(ofAllProducts, within(1e-6));
        assertThat(all).allSatisfy(result -> {
            assertThat(result.getPointsList()).hasSize(3);
            assertThat(result.getBaseList()).hasSize(3);
            assertThat(result.getPoints(0).getLower95())
                    .isNotNegative()
                    .isLessThanOrEqualTo(result.getPoints(0).getMean());
        });
        assertThat(mean(all, DemandScope.newBuilder().setCountry("Peru"))).isPositive();
        double ofAllCountries = all.stream()
                .filter(result -> result.getScope().hasCountry())
                .mapToDouble(result -> result.getPoints(0).getMean())
                .sum();
        assertThat(ofAllCountries).isLessThanOrEqualTo(ofAllProducts + 1e-6);
    }

    @Test
    void aRunOfWhichNoWeekIsOverHasNoAccuracyYet() {
        // Given
        ForecastRun run = ended(start(StartForecastRunRequest.newBuilder().setMethod("naive")));

        // When
        var accuracy = runs.getForecastAccuracy(
                GetForecastAccuracyRequest.newBuilder().setRunId(run.getId()).build());

        // Then
        assertThat(accuracy.getLevelsList()).isEmpty();
        assertThat(accuracy.getAlertsList()).isEmpty();
    }

    @Test
    void theSameRequestStartsOneRun() {
        // Given
        String request = UUID.randomUUID().toString();
        ForecastRun first =
                start(StartForecastRunRequest.newBuilder().setRequestId(request).setMethod("naive"));

        // When
        ForecastRun again =
                start(StartForecastRunRequest.newBuilder().setRequestId(request).setMethod("naive"));
        Failure other = failureOf(() ->
                start(StartForecastRunRequest.newBuilder().setRequestId(request).setMethod("ses")));

        // Then
        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(other.reason()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(runs.listForecastRuns(ListForecastRunsRequest.newBuilder()
                                .setPageSize(1)
                                .build())
                        .getRuns(0)
                        .getId())
                .isEqualTo(first.getId());
        ended(first);
    }

    @Test
    void aRunIsWatchedToItsEndAndResultsComeInPages() {
        // Given
        ForecastRun run =
                start(StartForecastRunRequest.newBuilder().setMethod("naive").setHorizon(2));

        // When
        List<ForecastRunState> states = new ArrayList<>();
        runs.watchForecastRun(
                        WatchForecastRunRequest.newBuilder().setId(run.getId()).build())
                .forEachRemaining(seen -> states.add(seen.getRun().getState()));

        // Then
        assertThat(states).last().isEqualTo(ForecastRunState.FORECAST_RUN_STATE_SUCCEEDED);
        var page = runs.listForecastRunResults(ListForecastRunResultsRequest.newBuilder()
                .setRunId(run.getId())
                .setLevel(ForecastLevel.FORECAST_LEVEL_PRODUCT)
                .setPageSize(2)
                .build());
        var next = runs.listForecastRunResults(ListForecastRunResultsRequest.newBuilder()
                .setRunId("latest")
                .setLevel(ForecastLevel.FORECAST_LEVEL_PRODUCT)
                .setPageSize(2)
                .setPageToken(page.getNextPageToken())
                .build());
        assertThat(page.getResultsList()).hasSize(2);
        assertThat(next.getResultsList()).isNotEmpty().doesNotContainAnyElementsOf(page.getResultsList());
    }

    @Test
    void whatEndedIsNeitherCancelledNorResumed() {
        // Given
        ForecastRun run = ended(start(StartForecastRunRequest.newBuilder().setMethod("naive")));

        // When
        Failure cancelled = failureOf(() -> runs.cancelForecastRun(
                CancelForecastRunRequest.newBuilder().setId(run.getId()).build()));
        Failure resumed = failureOf(() -> runs.resumeForecastRun(
                ResumeForecastRunRequest.newBuilder().setId(run.getId()).build()));

        // Then
        assertThat(cancelled.reason()).isEqualTo("RUN_ENDED");
        assertThat(resumed.reason()).isEqualTo("RUN_ENDED");
    }

    @Test
    void badRequestsAreRefused() {
        assertThat(failureOf(() -> start(StartForecastRunRequest.newBuilder().setHorizon(27)))
                        .violations())
                .extracting(Failure.Violation::field)
                .containsExactly("horizon");
        assertThat(failureOf(() -> start(StartForecastRunRequest.newBuilder().setMethod("prophecy")))
                        .violations())
                .extracting(Failure.Violation::field)
                .containsExactly("method");
        assertThat(failureOf(() -> get("42")).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        var marketer = ForecastRunServiceGrpc.newBlockingStub(calls.as("max", "marketer"));
        assertThat(failureOf(() -> marketer.startForecastRun(StartForecastRunRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
    }

    private ForecastRun start(StartForecastRunRequest.Builder request) {
        return runs.startForecastRun(request.build()).getRun();
    }

    private ForecastRun get(String id) {
        return runs.getForecastRun(GetForecastRunRequest.newBuilder().setId(id).build())
                .getRun();
    }

    private ForecastRun ended(ForecastRun run) {
        return await().until(() -> get(run.getId()), now -> now.hasEndTime());
    }

    private List<ForecastRunResult> results(String run, ForecastLevel level) {
        return runs.listForecastRunResults(ListForecastRunResultsRequest.newBuilder()
                        .setRunId(run)
                        .setLevel(level)
                        .setPageSize(500)
                        .build())
                .getResultsList();
    }

    private static io.smartcrm.proto.forecast.v1.TotalScope total() {
        return io.smartcrm.proto.forecast.v1.TotalScope.getDefaultInstance();
    }

    private static double mean(List<ForecastRunResult> results, DemandScope.Builder scope) {
        return results.stream()
                .filter(result -> result.getScope().equals(scope.build()))
                .findFirst()
                .orElseThrow()
                .getPoints(0)
                .getMean();
    }
}
