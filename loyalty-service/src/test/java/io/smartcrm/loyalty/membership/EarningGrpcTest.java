package io.smartcrm.loyalty.membership;

import static io.smartcrm.loyalty.Calls.failureOf;
import static io.smartcrm.loyalty.OrderTopic.sale;
import static io.smartcrm.loyalty.ProgrammeCalls.bonus;
import static io.smartcrm.loyalty.ProgrammeCalls.teaClub;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.OrderTopic;
import io.smartcrm.loyalty.PointsCalls;
import io.smartcrm.loyalty.ProgrammeCalls;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.loyalty.v1.EarningConditions;
import io.smartcrm.proto.loyalty.v1.EarningRule;
import io.smartcrm.proto.loyalty.v1.PointsAccount;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.Programme;
import io.smartcrm.proto.loyalty.v1.PutProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.SimulateEarningRequest;
import io.smartcrm.proto.loyalty.v1.SimulatedLine;
import io.smartcrm.proto.loyalty.v1.SimulatedOrder;
import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How customers earn, as users of the programme see it. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarningGrpcTest {
    private Calls calls;
    private ProgrammeCalls programme;
    private PointsCalls points;

    @BeforeAll
    void aProgramme() {
        calls = new Calls();
        programme = new ProgrammeCalls(calls);
        points = new PointsCalls(calls);
        programme.put(teaClub());
    }

    @AfterAll
    void close() throws InterruptedException {
        programme.put(teaClub().setActive(false));
        calls.close();
    }

    @Test
    void anOrderThatWasPlacedEarnsByTheRules() throws Exception {
        // Given
        String customer = newCustomer();

        // When
        try (var orders = new OrderTopic()) {
            orders.publish(sale(customer, ProgrammeCalls.START.plus(Duration.ofDays(30))));
        }

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(points.account(customer).getAvailable()).isEqualTo(40));
        PointsAccount account = points.account(customer);
        assertThat(account.getTier()).isEqualTo("member");
        assertThat(account.getNextTier()).isEqualTo("gold");
        assertThat(account.getMissingForNextTier()).isEqualTo(100);
        assertThat(points.history(customer))
                .extracting(PointsTransaction::getPoints)
                .containsExactly(40L);
    }

    @Test
    void whatAnOrderWouldEarnIsTold() {
        // When
        var simulated = programme
                .stub()
                .simulateEarning(SimulateEarningRequest.newBuilder()
                        .setOrder(SimulatedOrder.newBuilder().setMinorUnits(2000))
                        .build());

        // Then
        assertThat(simulated.getPoints()).isEqualTo(50);
        assertThat(simulated.getPartsList()).extracting("rule_").containsExactly("one a euro", "welcome");
    }

    @Test
    void rulesThatContradictAreRefused() {
        // Given
        Programme contradicting = teaClub()
                .addRules(bonus("forty", 40, EarningConditions.newBuilder().setFirstOrder(true)))
                .setEtag(programme.etag())
                .build();

        // When
        Failure failure = failureOf(() -> programme
                .stub()
                .putProgramme(PutProgrammeRequest.newBuilder()
                        .setProgramme(contradicting)
                        .build()));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("welcome").contains("forty").contains("contradict");
    }

    @Test
    void rulesOfCategoriesCountProductsThatAreKnown() throws Exception {
        // Given
        String product = UUID.randomUUID().toString();
        programme.put(teaClub().addRules(ofCategories("kitchen", 7, "Home / Kitchen")));
        var order = SimulateEarningRequest.newBuilder()
                .setOrder(SimulatedOrder.newBuilder()
                        .setMinorUnits(100)
                        .addLines(
                                SimulatedLine.newBuilder().setProductId(product).setMinorUnits(100)))
                .build();

        // When
        try (var topics = new OrderTopic()) {
            topics.publish(Product.newBuilder()
                    .setId(product)
                    .addCategoryPath("Home")
                    .addCategoryPath("Kitchen")
                    .addCategoryPath("Cups"));
        }

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(programme.stub().simulateEarning(order).getPoints())
                                .isEqualTo(38));
        assertThat(programme.get().getRules(2).getConditions().getCategoriesList())
                .containsExactly("Home/Kitchen");
        programme.put(teaClub());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {" ", "Home//Kitchen", "/Home", "a/b/c/d/e/f/g/h/i"})
    void whatIsNoPathOfACategoryIsRefused(String category) {
        // When
        Failure failure = failureOf(() -> programme.put(teaClub().addRules(ofCategories("odd", 7, category))));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("categories");
    }

    @Test
    void aBirthdayRuleKnowsBirthdaysOfCustomers() throws Exception {
        // Given
        String customer = newCustomer();
        programme.put(teaClub().addRules(onBirthday(true, 7)));
        var order = SimulateEarningRequest.newBuilder()
                .setOrder(SimulatedOrder.newBuilder()
                        .setCustomerId(customer)
                        .setOrderTime(Timestamp.newBuilder()
                                .setSeconds(
                                        Instant.parse("2026-03-01T12:00:00Z").getEpochSecond()))
                        .setMinorUnits(100))
                .build();

        // When
        try (var topics = new OrderTopic()) {
            topics.publish(Customer.newBuilder()
                    .setId(customer)
                    .putAttributes(
                            "birthday",
                            Value.newBuilder().setStringValue("1980-03-08").build()));
        }

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(programme.stub().simulateEarning(order).getPoints())
                                .isEqualTo(1 + 30 + 12));
        EarningConditions kept = programme.get().getRules(2).getConditions();
        assertThat(kept.getBirthday()).isTrue();
        assertThat(kept.getBirthdayDays()).isEqualTo(7);
        programme.put(teaClub());
    }

    @ParameterizedTest(name = "birthday {0}, {1} days")
    @CsvSource({"true, 31", "true, -1", "false, 7"})
    void daysThatMeanNothingAreRefused(boolean birthday, int days) {
        // When
        Failure failure = failureOf(() -> programme.put(teaClub().addRules(onBirthday(birthday, days))));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("birthdayDays");
    }

    @Test
    void aStaleProgrammeIsRefused() {
        // When
        Failure failure = failureOf(() -> programme
                .stub()
                .putProgramme(PutProgrammeRequest.newBuilder()
                        .setProgramme(teaClub().setEtag("0"))
                        .build()));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.STALE);
    }

    private static EarningRule ofCategories(String name, long points, String category) {
        return bonus(name, points, EarningConditions.newBuilder().addCategories(category));
    }

    private static EarningRule onBirthday(boolean birthday, int days) {
        return bonus(
                "birthday",
                12,
                EarningConditions.newBuilder().setBirthday(birthday).setBirthdayDays(days));
    }

    private static String newCustomer() {
        return UUID.randomUUID().toString();
    }
}
