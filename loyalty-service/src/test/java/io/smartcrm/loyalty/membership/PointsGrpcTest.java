package io.smartcrm.loyalty.membership;

import static io.smartcrm.loyalty.Calls.failureOf;
import static io.smartcrm.loyalty.OrderTopic.sale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import com.google.protobuf.Value;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import io.smartcrm.loyalty.Calls;
import io.smartcrm.loyalty.OrderTopic;
import io.smartcrm.proto.customer.v1.Customer;
import io.smartcrm.proto.customer.v1.Product;
import io.smartcrm.proto.loyalty.v1.AdjustPointsRequest;
import io.smartcrm.proto.loyalty.v1.CancelPointsTransactionRequest;
import io.smartcrm.proto.loyalty.v1.CashCouponRequest;
import io.smartcrm.proto.loyalty.v1.CreateCouponsRequest;
import io.smartcrm.proto.loyalty.v1.CreateRewardRequest;
import io.smartcrm.proto.loyalty.v1.EarningConditions;
import io.smartcrm.proto.loyalty.v1.EarningRule;
import io.smartcrm.proto.loyalty.v1.GetPointsAccountRequest;
import io.smartcrm.proto.loyalty.v1.GetPointsLiabilityRequest;
import io.smartcrm.proto.loyalty.v1.GetProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.ListPointsTransactionsRequest;
import io.smartcrm.proto.loyalty.v1.PointsAccount;
import io.smartcrm.proto.loyalty.v1.PointsBonus;
import io.smartcrm.proto.loyalty.v1.PointsPerAmount;
import io.smartcrm.proto.loyalty.v1.PointsServiceGrpc;
import io.smartcrm.proto.loyalty.v1.PointsTransaction;
import io.smartcrm.proto.loyalty.v1.Programme;
import io.smartcrm.proto.loyalty.v1.ProgrammeServiceGrpc;
import io.smartcrm.proto.loyalty.v1.ProgrammeTier;
import io.smartcrm.proto.loyalty.v1.PutProgrammeRequest;
import io.smartcrm.proto.loyalty.v1.RedeemRewardRequest;
import io.smartcrm.proto.loyalty.v1.Reward;
import io.smartcrm.proto.loyalty.v1.RewardServiceGrpc;
import io.smartcrm.proto.loyalty.v1.SimulateEarningRequest;
import io.smartcrm.proto.loyalty.v1.SimulatedLine;
import io.smartcrm.proto.loyalty.v1.SimulatedOrder;
import io.smartcrm.proto.loyalty.v1.SpendPointsRequest;
import io.smartcrm.proto.loyalty.v1.UpdateRewardRequest;
import io.smartcrm.proto.loyalty.v1.UseVoucherRequest;
import io.smartcrm.proto.loyalty.v1.VerifyLedgerRequest;
import io.smartcrm.wire.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The programme as its users see it. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointsGrpcTest {
    /** Orders of these tests are older than those that other tests count back from. */
    private static final Instant START = Instant.parse("2010-01-01T00:00:00Z");

    private Calls calls;
    private PointsServiceGrpc.PointsServiceBlockingStub points;
    private RewardServiceGrpc.RewardServiceBlockingStub rewards;
    private ProgrammeServiceGrpc.ProgrammeServiceBlockingStub programmes;

    @BeforeAll
    void aProgramme() {
        calls = new Calls();
        points = PointsServiceGrpc.newBlockingStub(calls.as("root", "admin"));
        rewards = RewardServiceGrpc.newBlockingStub(calls.as("root", "admin"));
        programmes = ProgrammeServiceGrpc.newBlockingStub(calls.as("root", "admin"));
        put(programme().addRules(bonus("welcome", 30, true)));
    }

    @AfterAll
    void close() throws InterruptedException {
        put(programme().setActive(false));
        calls.close();
    }

    @Test
    void anOrderThatWasPlacedEarnsByTheRules() throws Exception {
        // Given
        String customer = newCustomer();

        // When
        try (var orders = new OrderTopic()) {
            orders.publish(sale(customer, START.plus(Duration.ofDays(30))));
        }

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(account(customer).getAvailable()).isEqualTo(40));
        PointsAccount account = account(customer);
        assertThat(account.getTier()).isEqualTo("member");
        assertThat(account.getNextTier()).isEqualTo("gold");
        assertThat(account.getMissingForNextTier()).isEqualTo(100);
        assertThat(history(customer)).extracting(PointsTransaction::getPoints).containsExactly(40L);
    }

    @Test
    void whatAnOrderWouldEarnIsTold() {
        // When
        var simulated = programmes.simulateEarning(SimulateEarningRequest.newBuilder()
                .setOrder(SimulatedOrder.newBuilder().setMinorUnits(2000))
                .build());

        // Then
        assertThat(simulated.getPoints()).isEqualTo(50);
        assertThat(simulated.getPartsList()).extracting("rule_").containsExactly("one a euro", "welcome");
    }

    @Test
    void rulesThatContradictAreRefused() {
        // Given
        Programme contradicting = programme()
                .addRules(bonus("thirty", 30, true))
                .addRules(bonus("forty", 40, true))
                .setEtag(etag())
                .build();

        // When
        Failure failure = failureOf(() -> programmes.putProgramme(
                PutProgrammeRequest.newBuilder().setProgramme(contradicting).build()));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("thirty").contains("forty").contains("contradict");
    }

    @Test
    void rulesOfCategoriesCountProductsThatAreKnown() throws Exception {
        // Given
        String product = UUID.randomUUID().toString();
        put(programme().addRules(bonus("welcome", 30, true)).addRules(ofCategories("kitchen", 7, "Home / Kitchen")));
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
                        () -> assertThat(programmes.simulateEarning(order).getPoints())
                                .isEqualTo(38));
        assertThat(programmes
                        .getProgramme(GetProgrammeRequest.getDefaultInstance())
                        .getProgramme()
                        .getRules(2)
                        .getConditions()
                        .getCategoriesList())
                .containsExactly("Home/Kitchen");
        put(programme().addRules(bonus("welcome", 30, true)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {" ", "Home//Kitchen", "/Home", "a/b/c/d/e/f/g/h/i"})
    void whatIsNoPathOfACategoryIsRefused(String category) {
        // When
        Failure failure = failureOf(() -> put(programme().addRules(ofCategories("odd", 7, category))));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("categories");
    }

    @Test
    void aBirthdayRuleKnowsBirthdaysOfCustomers() throws Exception {
        // Given
        String customer = newCustomer();
        put(programme().addRules(bonus("welcome", 30, true)).addRules(onBirthday(true, 7)));
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
                        () -> assertThat(programmes.simulateEarning(order).getPoints())
                                .isEqualTo(1 + 30 + 12));
        EarningConditions kept = programmes
                .getProgramme(GetProgrammeRequest.getDefaultInstance())
                .getProgramme()
                .getRules(2)
                .getConditions();
        assertThat(kept.getBirthday()).isTrue();
        assertThat(kept.getBirthdayDays()).isEqualTo(7);
        put(programme().addRules(bonus("welcome", 30, true)));
    }

    @ParameterizedTest(name = "birthday {0}, {1} days")
    @CsvSource({"true, 31", "true, -1", "false, 7"})
    void daysThatMeanNothingAreRefused(boolean birthday, int days) {
        // When
        Failure failure = failureOf(() -> put(programme().addRules(onBirthday(birthday, days))));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.INVALID);
        assertThat(failure.getMessage()).contains("birthdayDays");
    }

    @Test
    void aStaleProgrammeIsRefused() {
        // When
        Failure failure = failureOf(() -> programmes.putProgramme(PutProgrammeRequest.newBuilder()
                .setProgramme(programme().setEtag("0"))
                .build()));

        // Then
        assertThat(failure.kind()).isEqualTo(Failure.Kind.STALE);
    }

    @Test
    void aRewardIsRedeemedUsedAndNotCancelledAnyMore() {
        // Given
        String customer = newCustomer();
        grant(customer, 100);
        Reward reward = reward("Teapot " + customer, 60, 5);
        var redemption = RedeemRewardRequest.newBuilder()
                .setCustomerId(customer)
                .setRewardId(reward.getId())
                .setRequestId("redeem " + customer)
                .build();

        // When
        PointsTransaction redeemed = points.redeemReward(redemption).getTransaction();
        PointsTransaction again = points.redeemReward(redemption).getTransaction();
        rewards.useVoucher(UseVoucherRequest.newBuilder()
                .setCode(redeemed.getVoucherCode())
                .build());

        // Then
        assertThat(again).isEqualTo(redeemed);
        assertThat(account(customer).getAvailable()).isEqualTo(40);
        assertThat(failureOf(() -> rewards.useVoucher(UseVoucherRequest.newBuilder()
                                .setCode(redeemed.getVoucherCode())
                                .build()))
                        .reason())
                .isEqualTo("VOUCHER_USED");
        assertThat(failureOf(() -> points.cancelPointsTransaction(CancelPointsTransactionRequest.newBuilder()
                                .setCustomerId(customer)
                                .setTransactionId(redeemed.getId())
                                .setReason("changed my mind")
                                .build()))
                        .reason())
                .isEqualTo("VOUCHER_USED");
        assertThat(history(customer).get(0)).isEqualTo(redeemed);
    }

    @Test
    void stockIsAddedToWhatIsLeft() {
        // Given
        Reward reward = reward("Cup " + UUID.randomUUID(), 10, 5);
        var change = UpdateRewardRequest.newBuilder()
                .setReward(reward.toBuilder().setCost(12))
                .setStockChange(3);

        // When
        Reward changed = rewards.updateReward(change.build()).getReward();
        Failure stale = failureOf(() -> rewards.updateReward(change.build()));
        Failure tooMuch = failureOf(() -> rewards.updateReward(
                change.setReward(changed).setStockChange(-9).build()));

        // Then
        assertThat(changed.getStock()).isEqualTo(8);
        assertThat(changed.getCost()).isEqualTo(12);
        assertThat(stale.kind()).isEqualTo(Failure.Kind.STALE);
        assertThat(tooMuch.violations().get(0).field()).isEqualTo("stockChange");
    }

    @Test
    void aCouponIsWorthItsPointsOnce() {
        // Given
        String customer = newCustomer();
        String code = rewards.createCoupons(CreateCouponsRequest.newBuilder()
                        .setCampaign("spring")
                        .setCount(2)
                        .setPoints(25)
                        .build())
                .getCoupons(0)
                .getCode();
        var cash = CashCouponRequest.newBuilder().setCustomerId(customer).setCode(code.toLowerCase(Locale.ROOT));

        // When
        points.cashCoupon(cash.build());
        Failure again = failureOf(() -> points.cashCoupon(cash.build()));

        // Then
        assertThat(account(customer).getAvailable()).isEqualTo(25);
        assertThat(again.reason()).isEqualTo("COUPON_USED_UP");
    }

    @Test
    void whatIsSimulatedChangesNothing() {
        // Given
        String customer = newCustomer();
        grant(customer, 100);

        // When
        PointsTransaction simulated = points.spendPoints(SpendPointsRequest.newBuilder()
                        .setCustomerId(customer)
                        .setPoints(70)
                        .setDryRun(true)
                        .build())
                .getTransaction();

        // Then
        assertThat(simulated.getAvailableAfter()).isEqualTo(30);
        assertThat(account(customer).getAvailable()).isEqualTo(100);
        assertThat(history(customer)).hasSize(1);
    }

    @Test
    void negativePointsAndTooManyAreRefused() {
        // Given
        String customer = newCustomer();
        var spend = SpendPointsRequest.newBuilder().setCustomerId(customer);

        // When
        Failure negative =
                failureOf(() -> points.spendPoints(spend.setPoints(-5).build()));
        Failure tooMany = failureOf(() -> points.spendPoints(spend.setPoints(5).build()));
        Failure unknown = failureOf(() -> points.redeemReward(RedeemRewardRequest.newBuilder()
                .setCustomerId(customer)
                .setRewardId(newCustomer())
                .build()));

        // Then
        assertThat(negative.violations().get(0).field()).isEqualTo("points");
        assertThat(tooMany.reason()).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(unknown.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void theLedgerHoldsAndItsLiabilityIsPriced() {
        // Given
        grant(newCustomer(), 1000);

        // When
        var verified = points.verifyLedger(VerifyLedgerRequest.getDefaultInstance());
        var owed = points.getPointsLiability(GetPointsLiabilityRequest.getDefaultInstance());

        // Then
        assertThat(verified.getHolds()).as(verified.toString()).isTrue();
        assertThat(owed.getAvailable()).isGreaterThanOrEqualTo(1000);
        assertThat(owed.getExpectedCost().getMinorUnits())
                .isEqualTo((owed.getAvailable() + owed.getPending() - owed.getExpectedBreakage()) * 500 / 1000);
    }

    @Test
    void rolesAreKept() {
        // Given
        var agent = PointsServiceGrpc.newBlockingStub(calls.as("alex", "agent"));
        var marketer = PointsServiceGrpc.newBlockingStub(calls.as("mara", "marketer"));
        var adjust = AdjustPointsRequest.newBuilder()
                .setCustomerId(newCustomer())
                .setPoints(5)
                .setReason("sorry")
                .build();
        var spend = SpendPointsRequest.newBuilder()
                .setCustomerId(newCustomer())
                .setPoints(5)
                .build();

        // Then
        assertThat(failureOf(() -> agent.adjustPoints(adjust)).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> marketer.spendPoints(spend)).kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> agent.verifyLedger(VerifyLedgerRequest.getDefaultInstance()))
                        .kind())
                .isEqualTo(Failure.Kind.DENIED);
        assertThat(failureOf(() -> PointsServiceGrpc.newBlockingStub(calls.anonymous())
                                .adjustPoints(adjust))
                        .kind())
                .isEqualTo(Failure.Kind.UNAUTHENTICATED);
    }

    private void put(Programme.Builder programme) {
        programmes.putProgramme(PutProgrammeRequest.newBuilder()
                .setProgramme(programme.setEtag(etag()))
                .build());
    }

    private String etag() {
        try {
            return programmes
                    .getProgramme(GetProgrammeRequest.getDefaultInstance())
                    .getProgramme()
                    .getEtag();
        } catch (StatusRuntimeException none) {
            return "0";
        }
    }

    private static Programme.Builder programme() {
        return Programme.newBuilder()
                .setName("Tea club")
                .setActive(true)
                .setStartTime(Timestamp.newBuilder().setSeconds(START.getEpochSecond()))
                .setCurrencyCode("EUR")
                .setMinorUnitsPerThousandPoints(500)
                .addTiers(ProgrammeTier.newBuilder().setName("member"))
                .addTiers(ProgrammeTier.newBuilder().setName("gold").setThreshold(100))
                .addRules(EarningRule.newBuilder()
                        .setName("one a euro")
                        .setActive(true)
                        .setPerAmount(PointsPerAmount.newBuilder().setPoints(1).setPerMinorUnits(100)));
    }

    private static EarningRule bonus(String name, long points, boolean firstOrder) {
        return EarningRule.newBuilder()
                .setName(name)
                .setActive(true)
                .setBonus(PointsBonus.newBuilder().setPoints(points))
                .setConditions(EarningConditions.newBuilder().setFirstOrder(firstOrder))
                .build();
    }

    private static EarningRule ofCategories(String name, long points, String category) {
        return EarningRule.newBuilder()
                .setName(name)
                .setActive(true)
                .setBonus(PointsBonus.newBuilder().setPoints(points))
                .setConditions(EarningConditions.newBuilder().addCategories(category))
                .build();
    }

    private static EarningRule onBirthday(boolean birthday, int days) {
        return EarningRule.newBuilder()
                .setName("birthday")
                .setActive(true)
                .setBonus(PointsBonus.newBuilder().setPoints(12))
                .setConditions(
                        EarningConditions.newBuilder().setBirthday(birthday).setBirthdayDays(days))
                .build();
    }

    private Reward reward(String name, long cost, long stock) {
        return rewards.createReward(CreateRewardRequest.newBuilder()
                        .setReward(Reward.newBuilder()
                                .setName(name)
                                .setCost(cost)
                                .setActive(true)
                                .setStock(stock))
                        .build())
                .getReward();
    }

    private void grant(String customer, long number) {
        points.adjustPoints(AdjustPointsRequest.newBuilder()
                .setCustomerId(customer)
                .setPoints(number)
                .setReason("a start")
                .build());
    }

    private PointsAccount account(String customer) {
        return points.getPointsAccount(GetPointsAccountRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getAccount();
    }

    private List<PointsTransaction> history(String customer) {
        return points.listPointsTransactions(ListPointsTransactionsRequest.newBuilder()
                        .setCustomerId(customer)
                        .build())
                .getTransactionsList();
    }

    private static String newCustomer() {
        return UUID.randomUUID().toString();
    }
}
