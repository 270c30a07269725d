package io.smartcrm.forecast.scenario;

import static io.smartcrm.forecast.Calls.failureOf;
import static io.smartcrm.forecast.ShopFixtures.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.forecast.Calls;
import io.smartcrm.forecast.ShopTopics;
import io.smartcrm.proto.forecast.v1.CompareDemandScenariosRequest;
import io.smartcrm.proto.forecast.v1.DemandPlan;
import io.smartcrm.proto.forecast.v1.DemandScenario;
import io.smartcrm.proto.forecast.v1.DemandScenarioServiceGrpc;
import io.smartcrm.proto.forecast.v1.DemandScenarioServiceGrpc.DemandScenarioServiceBlockingStub;
import io.smartcrm.proto.forecast.v1.DemandScope;
import io.smartcrm.proto.forecast.v1.PlannedPrice;
import io.smartcrm.proto.forecast.v1.PlannedPromotion;
import io.smartcrm.proto.forecast.v1.TotalScope;
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
class ScenarioGrpcTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int WEEKS = 12;

    private Calls calls;
    private DemandScenarioServiceBlockingStub scenarios;

    @BeforeEach
    void connect() {
        calls = new Calls();
        scenarios = DemandScenarioServiceGrpc.newBlockingStub(calls.as("max", "marketer"));
    }

    @AfterEach
    void disconnect() {
        calls.close();
    }

    @Test
    void aPromotionMoreSellsWhatPromotionsSold() {
        // Given thirty more in every third week, which was promoted
        UUID product = UUID.randomUUID();
        var plan = DemandPlan.newBuilder();
        try (ShopTopics shop = new ShopTopics()) {
            for (int week = 0; week <= WEEKS; week++) {
                LocalDate monday = MONDAY.plusWeeks(week);
                shop.send(sale(UUID.randomUUID(), 1, monday, product, week % 3 == 0 ? "50" : "20"));
                if (week % 3 == 0) {
                    plan.addPromotions(promotion(monday));
                }
            }
        }
        var request = CompareDemandScenariosRequest.newBuilder()
                .setScope(DemandScope.newBuilder().setProductId(product.toString()))
                .setHorizon(2)
                .setPlan(plan)
                .addScenarios(DemandScenario.newBuilder()
                        .setName("one more")
                        .setPlan(plan.clone().addPromotions(promotion(MONDAY.plusWeeks(WEEKS + 1)))))
                .build();

        // When / Then
        await().ignoreExceptions().untilAsserted(() -> {
            var response = scenarios.compareDemandScenarios(request);
            assertThat(response.getForecastsCount()).isEqualTo(2);
            assertThat(response.getForecasts(0).getTotal()).isCloseTo(70, within(0.1));
            assertThat(response.getForecasts(1).getName()).isEqualTo("one more");
            assertThat(response.getForecasts(1).getDifference()).isCloseTo(30, within(0.1));
            assertThat(response.getForecasts(1).getPoints(1).getMean()).isCloseTo(50, within(0.1));
            assertThat(response.getEffects(0).getName()).isEqualTo("promotion");
        });
    }

    static Stream<Arguments> badRequests() {
        return Stream.of(
                Arguments.of("scope", CompareDemandScenariosRequest.newBuilder()),
                Arguments.of("horizon", total().setHorizon(27)),
                Arguments.of("scenarios[0].name", total().addScenarios(DemandScenario.getDefaultInstance())),
                Arguments.of(
                        "plan.prices[0].price",
                        total().setPlan(DemandPlan.newBuilder()
                                .addPrices(PlannedPrice.newBuilder().setFirstDay("2026-01-01")))),
                Arguments.of(
                        "plan.promotions[0].firstDay",
                        total().setPlan(DemandPlan.newBuilder()
                                .addPromotions(PlannedPromotion.newBuilder().setFirstDay("tomorrow")))),
                Arguments.of(
                        "plan.promotions[0].lastDay",
                        total().setPlan(DemandPlan.newBuilder()
                                .addPromotions(promotion(MONDAY).toBuilder().setLastDay("2025-01-01")))),
                Arguments.of("holidays[0]", total().addHolidays("Christmas")),
                Arguments.of("paydays[0]", total().addPaydays(32)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badRequests")
    void aBadFieldIsNamed(String field, CompareDemandScenariosRequest.Builder request) {
        // When
        Failure failure = failureOf(() -> scenarios.compareDemandScenarios(request.build()));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.violations()).extracting(Failure.Violation::field).containsExactly(field);
    }

    @Test
    void agentsMayNotAsk() {
        // Given
        var agent = DemandScenarioServiceGrpc.newBlockingStub(calls.as("amy", "agent"));

        // When / Then
        assertThat(failureOf(() -> agent.compareDemandScenarios(total().build()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
    }

    private static CompareDemandScenariosRequest.Builder total() {
        return CompareDemandScenariosRequest.newBuilder()
                .setScope(DemandScope.newBuilder().setTotal(TotalScope.getDefaultInstance()));
    }

    private static PlannedPromotion promotion(LocalDate monday) {
        return PlannedPromotion.newBuilder()
                .setFirstDay(monday.toString())
                .setLastDay(monday.plusDays(6).toString())
                .build();
    }
}
