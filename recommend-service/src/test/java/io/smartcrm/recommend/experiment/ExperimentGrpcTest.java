package io.smartcrm.recommend.experiment;

import static io.smartcrm.recommend.CustomerMessages.NOON;
import static io.smartcrm.recommend.CustomerMessages.product;
import static io.smartcrm.recommend.CustomerMessages.refund;
import static io.smartcrm.recommend.CustomerMessages.sale;
import static io.smartcrm.recommend.experiment.ExperimentCalls.request;
import static io.smartcrm.recommend.experiment.ExperimentCalls.variant;
import static io.smartcrm.recommend.experiment.ExperimentCalls.weighing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.ops.v1.ExportPersonalDataRequest;
import io.smartcrm.proto.recommend.v1.CreateExperimentRequest;
import io.smartcrm.proto.recommend.v1.Experiment;
import io.smartcrm.proto.recommend.v1.ExperimentState;
import io.smartcrm.proto.recommend.v1.GetExperimentRequest;
import io.smartcrm.proto.recommend.v1.ListExperimentsRequest;
import io.smartcrm.proto.recommend.v1.ListExperimentsResponse;
import io.smartcrm.proto.recommend.v1.RecommendRequest;
import io.smartcrm.proto.recommend.v1.RecommendResponse;
import io.smartcrm.proto.recommend.v1.Scenario;
import io.smartcrm.proto.recommend.v1.StartExperimentRequest;
import io.smartcrm.proto.recommend.v1.StopExperimentRequest;
import io.smartcrm.proto.recommend.v1.VariantResult;
import io.smartcrm.recommend.Calls;
import io.smartcrm.recommend.SentEvents;
import io.smartcrm.wire.Failure;
import io.smartcrm.wire.Topics;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExperimentGrpcTest {
    private static final String ANALYST = Tokens.of("anna", "analyst");
    private static final String BUYER = "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0bc";
    private static final String NOBODY = "0199c2d8-6f2a-7c31-9f0e-4d2b8a61c0bb";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    @Inject
    @SuppressWarnings("NullAway.Init")
    AgroalDataSource database;

    private Calls calls;
    private ExperimentCalls experiments;

    @BeforeAll
    void openTheShop() {
        calls = new Calls(service);
        experiments = new ExperimentCalls(calls);
        try (SentEvents events = new SentEvents()) {
            events.send(Topics.PRODUCTS, "ex-cup", product("ex-cup", "EX CUP"));
            events.send(Topics.ORDERS, "ex-first", sale("o-ex-first", "ex-first", NOON, "ex-cup"));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(recommend("ex-first").hasModel()).isTrue());
    }

    @AfterAll
    void hangUp() {
        calls.close();
    }

    @Test
    void customersAreAssignedExposedAndJudgedByWhatTheyBuyFromThenOn() throws SQLException {
        // Given
        Experiment running = experiments.start(
                experiments.create("ex-1", "popular or not", variant("usual", .5), variant("popular", .5)));
        RecommendResponse answer = recommend(BUYER);
        List.of("ex-early", "ex-returner", "ex-c", "ex-d").forEach(this::recommend);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(exposed(running)).isEqualTo(5));
        moveExposuresTo(NOON.minus(Duration.ofDays(1)), running);

        // When
        try (SentEvents events = new SentEvents()) {
            events.send(
                    Topics.ORDERS,
                    "ex-early",
                    sale("o-ex-early", "ex-early", NOON.minus(Duration.ofDays(2)), "ex-cup"));
            events.send(Topics.ORDERS, "ex-returner", refund("o-ex-returner", "ex-returner", NOON, "ex-cup"));
            events.send(Topics.ORDERS, BUYER, sale("o-ex-buyer", BUYER, NOON, "ex-cup"));
        }

        // Then
        assertThat(answer.getExperimentId()).isEqualTo(running.getId());
        assertThat(recommend(BUYER).getVariant()).isEqualTo(answer.getVariant());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(experiments.results(running.getId()))
                        .filteredOn(result -> result.getConverted() == 1)
                        .singleElement()
                        .extracting(VariantResult::getVariant)
                        .isEqualTo(answer.getVariant()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                calls.readModel(Tokens.of("andy", "agent")).getCurrent())
                        .isTrue());
        List<VariantResult> results = experiments.results(running.getId());
        assertThat(results).extracting(VariantResult::getVariant).containsExactly("usual", "popular");
        assertThat(results.stream().mapToLong(VariantResult::getConverted).sum())
                .isEqualTo(1);
        assertThat(results).extracting(VariantResult::hasComparison).containsExactly(false, true);
        assertThat(exported(BUYER)).anySatisfy(record -> assertThat(record).contains("popular or not"));
        experiments.stop(running.getId());
        assertThat(recommend(BUYER).getExperimentId()).isEmpty();
    }

    private long exposed(Experiment experiment) {
        return experiments.results(experiment.getId()).stream()
                .mapToLong(VariantResult::getExposed)
                .sum();
    }

    /** So that purchases of other tests' time come after them. */
    private void moveExposuresTo(Instant time, Experiment experiment) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement move =
                        connection.prepareStatement("update exposure set first_time = ? where experiment = ?")) {
            move.setObject(1, time.atOffset(ZoneOffset.UTC));
            move.setObject(2, UUID.fromString(experiment.getId()));
            move.executeUpdate();
        }
    }

    @Test
    void oneRunsAtATimeInEachScenarioAndEachOnce() {
        // Given
        String first = experiments
                .create("ex-5", "first", variant("a", .5), variant("b", .5))
                .getId();
        String second = experiments
                .create("ex-6", "second", variant("a", .5), variant("b", .5))
                .getId();
        String ofMails = calls.experiments(ANALYST)
                .createExperiment(request("ex-7", "mails", variant("a", .5), variant("b", .5)).toBuilder()
                        .setScenario(Scenario.SCENARIO_EMAIL)
                        .build())
                .getExperiment()
                .getId();

        // When
        Experiment started = experiments.start(first);

        // Then
        assertThat(started.getState()).isEqualTo(ExperimentState.EXPERIMENT_STATE_RUNNING);
        assertThat(experiments.start(first)).isEqualTo(started);
        assertFails(() -> experiments.start(second), Status.Code.ALREADY_EXISTS, "EXPERIMENT_RUNS");
        assertFails(() -> experiments.stop(second), Status.Code.FAILED_PRECONDITION, "EXPERIMENT_NOT_STARTED");
        assertThat(experiments.start(ofMails).getState()).isEqualTo(ExperimentState.EXPERIMENT_STATE_RUNNING);
        Experiment stopped = experiments.stop(first);
        assertThat(stopped.getState()).isEqualTo(ExperimentState.EXPERIMENT_STATE_STOPPED);
        assertThat(experiments.stop(first)).isEqualTo(stopped);
        assertFails(() -> experiments.start(first), Status.Code.FAILED_PRECONDITION, "EXPERIMENT_STOPPED");
        assertThat(experiments.start(second).hasStartTime()).isTrue();
        experiments.stop(second);
        experiments.stop(ofMails);
    }

    @Test
    void theSameRequestCreatesOneExperiment() {
        // Given
        Experiment created = experiments.create("ex-8", "once", variant("a", .5), variant("b", .5));

        // When
        Experiment again = experiments.create("ex-8", "once", variant("a", .5), variant("b", .5));

        // Then
        assertThat(created.getState()).isEqualTo(ExperimentState.EXPERIMENT_STATE_DRAFT);
        assertThat(created.getVariants(0).getWeightsMap()).containsEntry("HABIT", 2.0);
        assertThat(again).isEqualTo(created);
        assertFails(
                () -> experiments.create("ex-8", "once", variant("a", .4), variant("b", .6)),
                Status.Code.FAILED_PRECONDITION,
                "IDEMPOTENCY_KEY_REUSED");
        assertFails(
                () -> experiments.create("ex-9", "once", variant("a", .5), variant("b", .5)),
                Status.Code.ALREADY_EXISTS,
                "EXPERIMENT_EXISTS");
    }

    @Test
    void listsAreReadPageByPageLatestFirst() {
        // Given
        experiments.create("ex-10", "older", variant("a", .5), variant("b", .5));
        experiments.create("ex-11", "newer", variant("a", .5), variant("b", .5));

        // When
        ListExperimentsResponse first = experiments.list(1, "");
        ListExperimentsResponse next = experiments.list(1, first.getNextPageToken());

        // Then
        assertThat(first.getExperimentsList()).extracting(Experiment::getName).containsExactly("newer");
        assertThat(next.getExperimentsList()).extracting(Experiment::getName).containsExactly("older");
        assertThat(experiments.list(500, "").getNextPageToken()).isEmpty();
        assertInvalid(() -> experiments.list(1, "nonsense"), "pageToken");
        assertInvalid(() -> experiments.list(501, ""), "pageSize");
    }

    @Test
    void whatComparesNothingIsRefused() {
        assertInvalid(() -> experiments.create("ex-3", "one", variant("a", 1)), "variants");
        assertInvalid(
                () -> experiments.create("ex-3", "sum", variant("a", .5), variant("b", .4)), "shares add up to 0.9");
        assertInvalid(() -> experiments.create("ex-3", "", variant("a", .5), variant("b", .5)), "name");
        assertInvalid(() -> experiments.create("", "none", variant("a", .5), variant("b", .5)), "requestId");
        assertInvalid(() -> experiments.create("ex-3", "magic", variant("a", .5), weighing("MAGIC", 1)), "MAGIC");
        assertInvalid(() -> experiments.create("ex-3", "minus", variant("a", .5), weighing("TASTE", -1)), "TASTE");
        assertInvalid(() -> experiments.create("ex-3", "nil", variant("a", .5), weighing("TASTE", 0)), "no weight");
        assertInvalid(
                () -> calls.experiments(ANALYST)
                        .createExperiment(request("ex-3", "popular", variant("a", .5), variant("b", .5)).toBuilder()
                                .setScenario(Scenario.SCENARIO_POPULAR)
                                .build()),
                "scenario");
        assertInvalid(() -> experiments.stop("nonsense"), "id");
        for (Consumer<String> call :
                List.<Consumer<String>>of(experiments::results, experiments::start, experiments::stop)) {
            assertFails(() -> call.accept(NOBODY), Status.Code.NOT_FOUND, "EXPERIMENT_NOT_FOUND");
        }
    }

    @Test
    void onlyAnalystsDecideAndMarketersLook() {
        // Given
        experiments.create("ex-12", "for all to see", variant("a", .5), variant("b", .5));
        var agent = calls.experiments(Tokens.of("andy", "agent"));
        var marketer = calls.experiments(Tokens.of("mary", "marketer"));

        // When
        ListExperimentsResponse looked = marketer.listExperiments(ListExperimentsRequest.getDefaultInstance());

        // Then
        assertThat(looked.getExperimentsList()).extracting(Experiment::getName).contains("for all to see");
        assertDenied(() -> agent.listExperiments(ListExperimentsRequest.getDefaultInstance()));
        assertDenied(() -> agent.getExperiment(GetExperimentRequest.getDefaultInstance()));
        assertDenied(() -> marketer.createExperiment(CreateExperimentRequest.getDefaultInstance()));
        assertDenied(() -> marketer.startExperiment(StartExperimentRequest.getDefaultInstance()));
        assertDenied(() -> marketer.stopExperiment(StopExperimentRequest.getDefaultInstance()));
    }

    private static void assertInvalid(ThrowingCallable call, String part) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failed -> assertThat(Failure.of(failed).kind()).isEqualTo(Failure.Kind.INVALID))
                .hasMessageContaining(part);
    }

    private static void assertFails(ThrowingCallable call, Status.Code code, String reason) {
        assertThatThrownBy(call).isInstanceOfSatisfying(StatusRuntimeException.class, failed -> {
            assertThat(failed.getStatus().getCode()).isEqualTo(code);
            assertThat(Failure.of(failed).reason()).isEqualTo(reason);
        });
    }

    private static void assertDenied(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        failed -> assertThat(failed.getStatus().getCode()).isEqualTo(Status.Code.PERMISSION_DENIED));
    }

    private List<String> exported(String customer) {
        List<String> records = new ArrayList<>();
        calls.personalData(Tokens.of("andy", "agent"))
                .exportPersonalData(ExportPersonalDataRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .forEachRemaining(answer -> records.add(answer.toString()));
        return records;
    }

    private RecommendResponse recommend(String customer) {
        return calls.with(ANALYST)
                .recommend(RecommendRequest.newBuilder().setCustomerId(customer).build());
    }
}
