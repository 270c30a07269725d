package io.smartcrm.forecast.plan;

import static io.smartcrm.forecast.Calls.failureOf;
import static io.smartcrm.forecast.ShopFixtures.product;
import static io.smartcrm.forecast.ShopFixtures.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.Calls;
import io.smartcrm.forecast.ShopTopics;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosRequest;
import io.smartcrm.proto.forecast.v1.CreateDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.DeleteDemandPlanEntryRequest;
import io.smartcrm.proto.forecast.v1.DemandForecastServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandPlanEntry;
import io.smartcrm.proto.forecast.v1.DemandPlanServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandPlanServiceGrpc.DemandPlanServiceBlockingStub;
import io.smartcrm.proto.forecast.v1.DemandScenario;
import io.smartcrm.proto.forecast.v1.DemandScenarioServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.GetDemandForecastRequest;
import io.smartcrm.proto.forecast.v1.ListDemandPlanEntriesRequest;
import io.smartcrm.proto.forecast.v1.PlannedPrice;
import io.smartcrm.proto.forecast.v1.PlannedPromotion;
import io.smartcrm.wire.Failure;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class PlanGrpcTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int WEEKS = 12;

    private Calls calls;
    private DemandPlanServiceBlockingStub plan;

    @BeforeEach
    void connect() {
        calls = new Calls();
        plan = DemandPlanServiceGrpc.newBlockingStub(calls.as("max", "marketer"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aPromotionOfACategoryIsExpectedToSellMoreOfAProductInIt() {
        // Given thirty more in every third week, which was promoted like the last one before and the second one after
        // today
        UUID product = UUID.randomUUID();
        String category = "Promoted " + UUID.randomUUID();
        try (ShopTopics shop = new ShopTopics()) {
            shop.send(product, product(product, 1, category));
            for (int week = 0; week <= WEEKS; week++) {
                LocalDate monday = MONDAY.plusWeeks(week);
                shop.send(sale(UUID.randomUUID(), 1, monday, product, week % 3 == 0 ? "50" : "20"));
            }
        }
        DemandScope home = DemandScope.newBuilder().setCategory(category).build();
        for (int week = 0; week <= WEEKS + 3; week += 3) {
            created(home, promotion(MONDAY.plusWeeks(week)), "");
        }
        var scope = DemandScope.newBuilder().setProductId(product.toString());
        var demand = DemandForecastServiceGrpc.newBlockingStub(calls.as("max", "marketer"));
        var scenarios = DemandScenarioServiceGrpc.newBlockingStub(calls.as("max", "marketer"));
        var question = GetDemandForecastRequest.newBuilder()
                .setScope(scope)
                .addMethods("ses")
                .setHorizon(4);
        var whatIf = CompareDemandScenariosRequest.newBuilder()
                .setScope(scope)
                .setHorizon(4)
                .addScenarios(DemandScenario.newBuilder().setName("none"));

        // When / Then
        await().ignoreExceptions().untilAsserted(() -> {
            var forecast = demand.getDemandForecast(question.build()).getForecast();
            var points = forecast.getForecasts(0).getPointsList();
            assertThat(forecast.getHistoryCount()).isEqualTo(WEEKS);
            assertThat(points.get(0).getMean()).isCloseTo(50, within(2.0));
            assertThat(points.get(1).getMean()).isCloseTo(20, within(2.0));
            assertThat(points.get(3).getMean()).isCloseTo(50, within(2.0));
            assertThat(forecast.getExplanation()).contains("a promotion of the whole week +30");
            var compared = scenarios.compareDemandScenarios(whatIf.build());
            assertThat(compared.getForecasts(1).getDifference()).isCloseTo(-60, within(1.0));
        });
    }

    @Test
    void whatIsPlannedIsListedByScopeNewestFirstUntilItIsDeleted() {
        // Given
        DemandScope scope = DemandScope.newBuilder()
                .setCategory("Listed " + UUID.randomUUID())
                .build();
        DemandPlanEntry first = created(scope, promotion(MONDAY), "");
        DemandPlanEntry second = created(scope, promotion(MONDAY), "");
        var request = ListDemandPlanEntriesRequest.newBuilder().setScope(scope).setPageSize(1);

        // When
        var newest = plan.listDemandPlanEntries(request.build());
        var oldest = plan.listDemandPlanEntries(
                request.setPageToken(newest.getNextPageToken()).build());
        plan.deleteDemandPlanEntry(
                DeleteDemandPlanEntryRequest.newBuilder().setId(first.getId()).build());

        // Then
        assertThat(newest.getEntriesList()).containsExactly(second);
        assertThat(oldest.getEntriesList()).containsExactly(first);
        assertThat(oldest.getNextPageToken()).isEmpty();
        assertThat(plan.listDemandPlanEntries(
                                request.clearPageToken().setPageSize(10).build())
                        .getEntriesList())
                .containsExactly(second);
        assertThat(failureOf(() -> plan.deleteDemandPlanEntry(DeleteDemandPlanEntryRequest.newBuilder()
                                .setId(first.getId())
                                .build()))
                        .kind())
                .isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void theSameRequestPlansOnceAndTheSameDayHasOnePrice() {
        // Given
        DemandScope scope = DemandScope.newBuilder()
                .setProductId(UUID.randomUUID().toString())
                .build();
        String request = UUID.randomUUID().toString();

        // When
        DemandPlanEntry price = created(scope, price("2026-01-05", 10), request);
        DemandPlanEntry again = created(scope, price("2026-01-05", 10), request);

        // Then
        assertThat(again).isEqualTo(price);
        assertThat(price.getUserName()).isEqualTo("max");
        assertThat(failureOf(() -> created(scope, price("2026-01-05", 11), "")).reason())
                .isEqualTo("PRICE_ALREADY_PLANNED");
    }

    static Stream<Arguments> badEntries() {
        var total = DemandPlanEntry.newBuilder();
        total.getScopeBuilder().getTotalBuilder();
        var country = total.clone().setPromotion(promotion(MONDAY).getPromotion());
        country.getScopeBuilder().setCountry("France");
        return Stream.of(
                Arguments.of("scope", DemandPlanEntry.newBuilder()),
                Arguments.of("scope", country),
                Arguments.of("promotion", total.clone()),
                Arguments.of(
                        "promotion.firstDay",
                        total.clone()
                                .setPromotion(promotion(MONDAY.minusYears(200)).getPromotion())),
                Arguments.of(
                        "promotion.lastDay",
                        total.clone()
                                .setPromotion(promotion(MONDAY).getPromotion().toBuilder()
                                        .setLastDay("2028-01-01"))),
                Arguments.of(
                        "price.price",
                        total.clone().setPrice(price("2026-01-05", 0).getPrice())),
                Arguments.of(
                        "price.firstDay",
                        total.clone().setPrice(price("soon", 1).getPrice())),
                Arguments.of("note", total.clone().setNote("x".repeat(501))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEntries")
    void aBadFieldIsNamed(String field, DemandPlanEntry.Builder entry) {
        // When
        Failure failure = failureOf(() -> plan.createDemandPlanEntry(
                CreateDemandPlanEntryRequest.newBuilder().setEntry(entry).build()));

        // Then
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly(field);
    }

    @Test
    void integratorsReadOnly() {
        // Given
        var integrator = DemandPlanServiceGrpc.newBlockingStub(calls.as("shop", "integrator"));

        // When / Then
        assertThat(failureOf(() -> integrator.createDemandPlanEntry(CreateDemandPlanEntryRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
        assertThat(integrator.listDemandPlanEntries(ListDemandPlanEntriesRequest.getDefaultInstance()))
                .isNotNull();
    }

    private DemandPlanEntry created(DemandScope scope, DemandPlanEntry planned, String request) {
        return plan.createDemandPlanEntry(CreateDemandPlanEntryRequest.newBuilder()
                        .setEntry(planned.toBuilder().setScope(scope))
                        .setRequestId(request)
                        .build())
                .getEntry();
    }

    private static DemandPlanEntry promotion(LocalDate monday) {
        return DemandPlanEntry.newBuilder()
                .setPromotion(PlannedPromotion.newBuilder()
                        .setFirstDay(monday.toString())
                        .setLastDay(monday.plusDays(6).toString()))
                .build();
    }

    private static DemandPlanEntry price(String firstDay, double price) {
        return DemandPlanEntry.newBuilder()
                .setPrice(PlannedPrice.newBuilder().setFirstDay(firstDay).setPrice(price))
                .build();
    }
}
