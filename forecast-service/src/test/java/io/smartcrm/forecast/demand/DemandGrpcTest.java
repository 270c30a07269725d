package io.smartcrm.forecast.demand;

import static io.smartcrm.forecast.Calls.failureOf;
import static io.smartcrm.forecast.ShopFixtures.adjustment;
import static io.smartcrm.forecast.ShopFixtures.entered;
import static io.smartcrm.forecast.ShopFixtures.left;
import static io.smartcrm.forecast.ShopFixtures.orderedBy;
import static io.smartcrm.forecast.ShopFixtures.orderedFrom;
import static io.smartcrm.forecast.ShopFixtures.product;
import static io.smartcrm.forecast.ShopFixtures.refund;
import static io.smartcrm.forecast.ShopFixtures.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.Calls;
import io.smartcrm.forecast.ShopTopics;
import io.smartcrm.local.testing.Tokens;
import io.smartcrm.proto.forecast.v1.DemandForecast;
import io.smartcrm.proto.forecast.v1.DemandForecastServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandForecastServiceGrpc.DemandForecastServiceBlockingStub;
import io.smartcrm.proto.forecast.v1.DemandPattern;
import io.smartcrm.proto.forecast.v1.DemandPoint;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.DemandStep;
import io.smartcrm.proto.forecast.v1.ErrorMeasure;
import io.smartcrm.proto.forecast.v1.ForecastPoint;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.MethodForecast;
import io.smartcrm.proto.forecast.v1.TotalScope;
import io.smartcrm.proto.ops.v1.GetReadModelRequest;
import io.smartcrm.proto.ops.v1.ReadModelServiceGrpc;
import io.smartcrm.wire.Failure;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From events on Kafka to answers over gRPC. */
@QuarkusTest
class DemandGrpcTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int WEEKS = 12;
    /** A Wednesday: its week is not over. */
    private static final LocalDate LAST_DAY = MONDAY.plusWeeks(WEEKS).plusDays(2);

    private final UUID product = UUID.randomUUID();
    private final String category = "Category " + UUID.randomUUID();
    private Calls calls;
    private ShopTopics shop;
    private DemandForecastServiceBlockingStub demand;

    @BeforeEach
    void connect() {
        calls = new Calls();
        demand = DemandForecastServiceGrpc.newBlockingStub(calls.as("anna", "analyst"));
        shop = new ShopTopics();
        shop.send(sale(UUID.randomUUID(), 1, LAST_DAY, UUID.randomUUID(), "1"));
    }

    @AfterEach
    void disconnect() {
        shop.close();
        calls.close();
    }

    @Test
    void salesBecomeAWeeklySeriesAndItsForecasts() {
        // Given two sales a week, the second in the unfinished one, too
        for (int week = 0; week <= WEEKS; week++) {
            shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(week), product, "10"));
            shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(week).plusDays(2), product, Integer.toString(week)));
        }

        // When
        DemandForecast forecast = await().until(() -> ofProduct(), found -> sum(found) == WEEKS * 10 + 66);

        // Then
        assertThat(forecast.getHistoryList()).hasSize(WEEKS);
        assertThat(forecast.getHistory(3)).isEqualTo(point(MONDAY.plusWeeks(3), 13));
        assertThat(forecast.getForecastsList())
                .extracting(MethodForecast::getMethod)
                .containsExactly("ensemble", "naive");
        MethodForecast chosen = forecast.getForecasts(0);
        assertThat(chosen.getRecommended()).isTrue();
        assertThat(chosen.getPointsList())
                .extracting(ForecastPoint::getWeek)
                .startsWith(MONDAY.plusWeeks(WEEKS).toString())
                .hasSize(6);
        assertThat(chosen.getPoints(0).getMean()).isBetween(20.0, 24.0);
        assertThat(chosen.getPoints(5).getLower95())
                .isLessThanOrEqualTo(chosen.getPoints(5).getLower80());
        assertThat(forecast.getExplanation()).contains("With 12 known steps", "ensemble forecasts unseen");
        assertThat(forecast.getProfile().getPattern()).isEqualTo(DemandPattern.DEMAND_PATTERN_SMOOTH);
        assertThat(forecast.getChoice().getMethod()).isEqualTo("ensemble");
        assertThat(forecast.getChoice().getCandidatesCount()).isZero();
        assertThat(forecast.getDataTime().getSeconds()).isPositive();
    }

    @Test
    void aSeriesLongEnoughIsLookedBackOn() {
        // Given
        for (int week = 0; week < WEEKS; week++) {
            shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(week), product, Integer.toString(10 + week)));
        }
        await().until(() -> ofProduct(), found -> sum(found) == WEEKS * 10 + 66);

        // When
        DemandForecast forecast = get(GetDemandForecastRequest.newBuilder()
                .setScope(productScope())
                .setHorizon(1)
                .addMethods("naive")
                .addMethods("Theta")
                .build());

        // Then
        assertThat(forecast.getForecastsList())
                .extracting(MethodForecast::getMethod)
                .containsExactly("theta", "naive");
        assertThat(forecast.getForecasts(1).getBacktest().getOrigins()).isEqualTo(4);
        assertThat(forecast.getForecasts(1).getBacktest().getHorizon()).isEqualTo(1);
        assertThat(forecast.getForecasts(1).getBacktest().getMase()).isEqualTo(1);
        assertThat(forecast.getForecasts(0).getBacktest().getMase()).isLessThan(0.6);
        assertThat(forecast.getExplanation()).contains("theta is recommended", "smaller than that of naive");
        assertThat(forecast.hasChoice()).isFalse();
    }

    @Test
    void aMethodIsChosenAndStockAdvised() {
        // Given
        for (int week = 0; week < WEEKS; week++) {
            shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(week), product, Integer.toString(20 + week)));
        }
        await().until(() -> ofProduct(), found -> sum(found) == WEEKS * 20 + 66);

        // When
        DemandForecast forecast = get(ofProductRequest()
                .setHorizon(1)
                .addMethods("auto")
                .setServiceLevel(0.95)
                .setLeadTime(3)
                .build());

        // Then
        assertThat(forecast.getChoice().getOrigins()).isEqualTo(4);
        assertThat(forecast.getChoice().getMeasure()).isEqualTo(ErrorMeasure.ERROR_MEASURE_MAE);
        assertThat(forecast.getChoice().getCandidatesList())
                .filteredOn(candidate -> candidate.getMethod().equals("naive"))
                .singleElement()
                .satisfies(naive -> assertThat(naive.getRelativeToNaive()).isEqualTo(1));
        assertThat(forecast.getStock().getLeadTime()).isEqualTo(3);
        assertThat(forecast.getStock().getExpectedDemand()).isBetween(90.0, 105.0);
        assertThat(forecast.getStock().getOrderQuantity())
                .isEqualTo(forecast.getStock().getExpectedDemand()
                        + forecast.getStock().getSafetyStock());
    }

    @Test
    void aCorrectionReplacesTheOrderAndRepetitionsChangeNothing() {
        // Given
        UUID order = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        shop.send(event, sale(order, 1, MONDAY, product, "5"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "100"));
        await().until(() -> ofProduct(), found -> sum(found) == 105);

        // When
        shop.send(sale(order, 3, MONDAY.plusWeeks(1), product, "7.5"));
        shop.send(sale(order, 2, MONDAY, product, "6"));
        shop.send(event, sale(order, 1, MONDAY, product, "5"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(2), product, "1000"));

        // Then
        DemandForecast forecast = await().until(() -> ofProduct(), found -> sum(found) > 1000);
        assertThat(forecast.getHistoryList())
                .startsWith(point(MONDAY, 100), point(MONDAY.plusWeeks(1), 7.5), point(MONDAY.plusWeeks(2), 1000));
    }

    @Test
    void whatIsGivenBackWasStillAskedFor() {
        // Given
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "9"));

        // When
        shop.send(refund(UUID.randomUUID(), 1, MONDAY, product, "-4"));
        shop.send(adjustment(UUID.randomUUID(), 1, MONDAY, product, "50"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(1), product, "1"));

        // Then
        DemandForecast forecast = await().until(() -> ofProduct(), found -> sum(found) == 10);
        assertThat(forecast.getHistoryList()).startsWith(point(MONDAY, 9), point(MONDAY.plusWeeks(1), 1));
    }

    @Test
    void aSaleTurnedIntoAnAdjustmentIsNoDemandAnyMore() {
        // Given
        UUID order = UUID.randomUUID();
        shop.send(sale(order, 1, MONDAY, product, "9"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "2"));
        await().until(() -> ofProduct(), found -> sum(found) == 11);

        // When
        shop.send(adjustment(order, 2, MONDAY, product, "9"));

        // Then
        await().until(() -> ofProduct(), found -> sum(found) == 2);
    }

    @Test
    void demandOfACategoryFollowsItsProducts() {
        // Given
        shop.send(product, product(product, 100, category, "Chairs"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "3"));
        await().until(() -> sumOf(category), sum -> sum == 3);
        await().until(() -> sumOf(category + " / Chairs"), sum -> sum == 3);

        // When
        shop.send(product, product(product, 200, category, "Stools"));
        shop.send(product, product(product, 150, "An older state"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusWeeks(1), product, "4"));

        // Then
        await().until(() -> sumOf(category + " / Stools"), sum -> sum == 7);
        assertThat(sumOf(category)).isEqualTo(7);
        assertThat(sumOf(category + " / Chairs")).isZero();
    }

    @Test
    void aProductThatIsGoneLeavesItsCategory() {
        // Given
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "3"));
        shop.send(product, product(product, 100, category));
        await().until(() -> sumOf(category), sum -> sum == 3);

        // When
        shop.sendTombstone(product);

        // Then
        await().until(() -> sumOf(category), sum -> sum == 0);
        assertThat(sum(ofProduct())).isEqualTo(3);
    }

    @Test
    void whoEntersASegmentTakesAlongWhatTheyOrdered() {
        // Given
        UUID segment = UUID.randomUUID();
        String early = UUID.randomUUID().toString();
        String late = UUID.randomUUID().toString();
        shop.send(early, entered(segment, early));
        shop.send(orderedBy(early, sale(UUID.randomUUID(), 1, MONDAY, product, "3")));
        shop.send(orderedBy(late, sale(UUID.randomUUID(), 1, MONDAY, product, "4")));
        await().until(() -> sumOfSegment(segment), sum -> sum == 3);

        // When
        shop.send(late, entered(segment, late));
        await().until(() -> sumOfSegment(segment), sum -> sum == 7);
        shop.send(early, left(segment, early));

        // Then
        await().until(() -> sumOfSegment(segment), sum -> sum == 4);
    }

    @Test
    void demandIsCountedByCountryAndChannel() {
        // Given
        String country = "Country " + UUID.randomUUID();
        UUID order = UUID.randomUUID();
        shop.send(orderedFrom(country, "web", sale(order, 1, MONDAY, product, "3")));
        shop.send(orderedFrom(country, "store", sale(UUID.randomUUID(), 1, MONDAY, product, "4")));
        await().until(() -> sumOfCountry(country), sum -> sum == 7);

        // When the first turns out to be from elsewhere
        shop.send(orderedFrom(country + " (north)", "web", sale(order, 2, MONDAY, product, "3")));

        // Then
        await().until(() -> sumOfCountry(country), sum -> sum == 4);
        assertThat(sumOfCountry(country + " (north)")).isEqualTo(3);
        assertThat(sum(get(scoped(DemandScope.newBuilder().setChannel("store")).build())))
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void demandIsSummedByDaysAndMonths() {
        // Given
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "3"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY.plusDays(1), product, "4"));
        await().until(() -> ofProduct(), found -> sum(found) == 7);

        // When
        DemandForecast days =
                get(ofProductRequest().setStep(DemandStep.DEMAND_STEP_DAY).build());
        DemandForecast months =
                get(ofProductRequest().setStep(DemandStep.DEMAND_STEP_MONTH).build());

        // Then the last sale of the shop is in March or later
        assertThat(days.getStep()).isEqualTo(DemandStep.DEMAND_STEP_DAY);
        assertThat(days.getHistoryList()).startsWith(point(MONDAY, 3), point(MONDAY.plusDays(1), 4));
        assertThat(days.getForecasts(0).getPointsCount()).isEqualTo(14);
        assertThat(months.getHistoryList())
                .startsWith(
                        point(MONDAY.withDayOfMonth(1), 7),
                        point(MONDAY.withDayOfMonth(1).plusMonths(1), 0));
        assertThat(months.getForecasts(0).getPointsCount()).isEqualTo(6);
    }

    @Test
    void theTotalCountsEverything() {
        // Given
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "1"));
        await().until(() -> ofProduct(), found -> sum(found) == 1);
        double before = sum(get(total().build()));

        // When
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "250"));

        // Then
        await().until(() -> get(total().build()), found -> sum(found) == before + 250);
    }

    @Test
    void aSaleInTheFarFutureDoesNotStretchTheSeries() {
        // Given
        shop.send(sale(UUID.randomUUID(), 1, LocalDate.of(2999, 1, 1), product, "8"));

        // When
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "1"));

        // Then
        DemandForecast forecast = await().until(() -> ofProduct(), found -> sum(found) == 1);
        assertThat(forecast.getHistoryList()).hasSize(WEEKS);
    }

    @Test
    void whatCannotBeReadHoldsNobodyUp() {
        // Given
        shop.sendNonsense();

        // When
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "not a number"));
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "2"));

        // Then
        await().until(() -> ofProduct(), found -> sum(found) == 2);
    }

    @Test
    void theReadModelIsCurrentOnceAllEventsAreApplied() {
        // Given
        shop.send(sale(UUID.randomUUID(), 1, MONDAY, product, "2"));
        var readModels = ReadModelServiceGrpc.newBlockingStub(calls.as("amy", "agent"));

        // When / Then
        await().untilAsserted(() -> {
            var readModel = readModels.getReadModel(GetReadModelRequest.getDefaultInstance());
            assertThat(readModel.getCurrent()).isTrue();
            assertThat(readModel.getTopicsList())
                    .extracting(topic -> topic.getTopic())
                    .contains("smartcrm.customer.order.v1", "smartcrm.customer.product.v1");
        });
    }

    @Test
    void aProductSoldInTheUnfinishedWeekOnlyHasNoSeriesYet() {
        // Given
        shop.send(sale(UUID.randomUUID(), 1, LAST_DAY, product, "2"));

        // When / Then
        await().untilAsserted(() -> {
            Failure failure = failureOf(() -> get(ofProductRequest().build()));
            assertThat(failure.reason()).isEqualTo("HISTORY_TOO_SHORT");
            assertThat(failure.kind()).isEqualTo(Failure.Kind.UNPROCESSABLE);
        });
    }

    static Stream<Arguments> badRequests() {
        String longText = "x".repeat(100_000);
        return Stream.of(
                Arguments.of("scope", GetDemandForecastRequest.newBuilder()),
                Arguments.of("scope.productId", scoped(DemandScope.newBuilder().setProductId("42"))),
                Arguments.of("scope.productId", scoped(DemandScope.newBuilder().setProductId(longText))),
                Arguments.of("scope.category", scoped(DemandScope.newBuilder().setCategory(" "))),
                Arguments.of("scope.category", scoped(DemandScope.newBuilder().setCategory("a\u0000b"))),
                Arguments.of("scope.category", scoped(DemandScope.newBuilder().setCategory(longText))),
                Arguments.of("horizon", total().setHorizon(-1)),
                Arguments.of("horizon", total().setHorizon(27)),
                Arguments.of("horizon", total().setHorizon(13).setStep(DemandStep.DEMAND_STEP_MONTH)),
                Arguments.of("step", total().setStepValue(99)),
                Arguments.of("scope.segmentId", scoped(DemandScope.newBuilder().setSegmentId("loyal"))),
                Arguments.of("scope.country", scoped(DemandScope.newBuilder().setCountry("\n"))),
                Arguments.of("scope.channel", scoped(DemandScope.newBuilder().setChannel(""))),
                Arguments.of("methods[1]", total().addMethods("theta").addMethods("prophecy")),
                Arguments.of("methods[0]", total().addMethods(longText)),
                Arguments.of("methods[1]", total().addMethods("theta").addMethods("THETA")),
                Arguments.of("methods[0]", total().addMethods("auto").addMethods("theta")),
                Arguments.of("serviceLevel", total().setServiceLevel(1)),
                Arguments.of("serviceLevel", total().setServiceLevel(Double.NaN)),
                Arguments.of("leadTime", total().setServiceLevel(0.9).setLeadTime(27)),
                Arguments.of("leadTime", total().setLeadTime(2)),
                Arguments.of("measure", total().setMeasureValue(77)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void aBadFieldIsNamed(String field, GetDemandForecastRequest.Builder request) {
        // When
        Failure failure = failureOf(() -> get(request.build()));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly(field);
    }

    @Test
    void whatWasNeverSoldIsNotFound() {
        // When
        Failure ofProduct = failureOf(() -> get(ofProductRequest().build()));
        Failure ofCategory = failureOf(() -> get(ofCategoryRequest("nothing like it")));

        // Then
        assertThat(ofProduct.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(ofProduct).hasMessageContaining(product.toString());
        assertThat(ofCategory.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(ofCategory).hasMessageContaining("nothing like it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "analyst", "marketer", "integrator"})
    void rolesThatPlanMayAsk(String role) {
        // Given
        var allowed = DemandForecastServiceGrpc.newBlockingStub(calls.as("somebody", role));

        // When
        Failure failure =
                failureOf(() -> allowed.getDemandForecast(ofProductRequest().build()));

        // Then the answer is about the product, not about the caller
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void othersMayNotAsk() {
        // Given
        var agent = DemandForecastServiceGrpc.newBlockingStub(calls.as("amy", "agent"));
        var nobody = DemandForecastServiceGrpc.newBlockingStub(calls.with(Optional.empty()));
        var late =
                DemandForecastServiceGrpc.newBlockingStub(calls.with(Optional.of(Tokens.expired("anna", "analyst"))));
        var request = total().build();

        // When / Then
        assertThat(failureOf(() -> agent.getDemandForecast(request)).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> nobody.getDemandForecast(request)).kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
        assertThat(failureOf(() -> late.getDemandForecast(request)).kind()).isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    /** The product's forecast, or an empty one as long as no sale of it arrived. */
    private DemandForecast ofProduct() {
        return getIfSold(ofProductRequest().build());
    }

    private double sumOf(String anyCategory) {
        return sum(getIfSold(ofCategoryRequest(anyCategory)));
    }

    private DemandForecast getIfSold(GetDemandForecastRequest request) {
        try {
            return get(request);
        } catch (StatusRuntimeException failed) {
            assertThat(Failure.of(failed).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
            return DemandForecast.getDefaultInstance();
        }
    }

    private DemandForecast get(GetDemandForecastRequest request) {
        return demand.getDemandForecast(request).getForecast();
    }

    private DemandScope.Builder productScope() {
        return DemandScope.newBuilder().setProductId(product.toString());
    }

    private GetDemandForecastRequest.Builder ofProductRequest() {
        return scoped(productScope());
    }

    private double sumOfSegment(UUID segment) {
        return sum(getIfSold(scoped(DemandScope.newBuilder().setSegmentId(segment.toString()))
                .build()));
    }

    private double sumOfCountry(String country) {
        return sum(
                getIfSold(scoped(DemandScope.newBuilder().setCountry(country)).build()));
    }

    private static GetDemandForecastRequest ofCategoryRequest(String category) {
        return scoped(DemandScope.newBuilder().setCategory(category)).build();
    }

    private static GetDemandForecastRequest.Builder total() {
        return scoped(DemandScope.newBuilder().setTotal(TotalScope.getDefaultInstance()));
    }

    private static GetDemandForecastRequest.Builder scoped(DemandScope.Builder scope) {
        return GetDemandForecastRequest.newBuilder().setScope(scope);
    }

    private static DemandPoint point(LocalDate week, double value) {
        return DemandPoint.newBuilder().setWeek(week.toString()).setValue(value).build();
    }

    private static double sum(DemandForecast forecast) {
        return forecast.getHistoryList().stream()
                .mapToDouble(DemandPoint::getValue)
                .sum();
    }
}
