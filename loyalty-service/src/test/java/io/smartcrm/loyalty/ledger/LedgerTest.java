package io.smartcrm.loyalty.ledger;

import static io.smartcrm.loyalty.ledger.LedgerFixtures.ACTOR;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.ANN;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.BOB;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.NOON;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.balance;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.earned;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.pending;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.reverse;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.reward;
import static io.smartcrm.loyalty.ledger.LedgerFixtures.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
    private static final UUID REWARD = new UUID(0, 7);

    private final LedgerFixtures fixtures = new LedgerFixtures();

    @Test
    void pointsOfAnOrderArePendingUntilTheReturnWindowEnds() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);

        // When
        ledger.apply(pending(100));

        // Then
        assertThat(balance(ledger, ANN)).isEqualTo(new Balance(0, 100, 0));
        assertThat(refused(ledger, spend(1))).isEqualTo("INSUFFICIENT_POINTS");
    }

    @Test
    void theyAreReleasedBeforeTheyAreSpent() {
        // Given
        Ledger before = fixtures.ledger(NOON);
        before.apply(pending(100));
        Ledger later = fixtures.ledger(NOON.plus(Duration.ofDays(14)), account(before));

        // When
        LedgerTransaction spent = later.apply(spend(60)).orElseThrow();

        // Then
        assertThat(spent.after()).isEqualTo(new Balance(40, 0, 0));
        assertThat(later.journal().transactions())
                .extracting(LedgerTransaction::kind)
                .containsExactly(Kind.RELEASE, Kind.SPEND);
    }

    @Test
    void whatExpiresFirstIsSpentFirst() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(50, 300));
        ledger.apply(earned(30, 100));

        // When
        ledger.apply(spend(40));

        // Then
        Ledger later = fixtures.ledger(NOON.plus(Duration.ofDays(100)), account(ledger));
        later.apply(new Command.Settle(ANN));
        assertThat(balance(later, ANN).available()).isEqualTo(40);
        assertThat(later.journal().transactions()).isEmpty();
    }

    @Test
    void whatIsNotSpentInTimeBecomesBreakage() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(50, 100));
        ledger.apply(earned(30, 300));
        Ledger later = fixtures.ledger(NOON.plus(Duration.ofDays(100)), account(ledger));

        // When
        String reason = refused(later, spend(31));

        // Then
        assertThat(reason).isEqualTo("INSUFFICIENT_POINTS");
        assertThat(later.journal().transactions()).singleElement().satisfies(expired -> {
            assertThat(expired.kind()).isEqualTo(Kind.EXPIRE);
            assertThat(expired.entries())
                    .containsExactlyInAnyOrder(
                            new Entry(Account.MEMBER, Optional.of(ANN), -50),
                            new Entry(Account.BREAKAGE, Optional.empty(), 50));
        });
    }

    @ParameterizedTest(name = "100 earned, {0} spent, 100 reversed, {1}: {2} owed")
    @CsvSource({"0, OWE, 0", "70, OWE, 70", "70, FORGIVE, 0", "100, OWE, 100", "100, FORGIVE, 0"})
    void aRefundOfSpentPointsFollowsThePolicy(long spent, NegativePolicy policy, long owed) {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(100, 300));
        if (spent > 0) {
            ledger.apply(spend(spent));
        }

        // When
        ledger.apply(reverse(100, policy));

        // Then
        assertThat(balance(ledger, ANN)).isEqualTo(new Balance(0, 0, owed));
    }

    @Test
    void whatIsOwedIsTakenFromWhatIsCreditedNext() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(100, 300));
        ledger.apply(spend(100));
        ledger.apply(reverse(100, NegativePolicy.OWE));

        // When
        ledger.apply(earned(130, 300));

        // Then
        assertThat(balance(ledger, ANN)).isEqualTo(new Balance(30, 0, 0));
    }

    @Test
    void pendingPointsPayDebtsWhenTheyAreReleased() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(100, 300));
        ledger.apply(spend(100));
        ledger.apply(reverse(100, NegativePolicy.OWE));
        ledger.apply(new Command.Earn(
                ANN, new UUID(0, 99), 60, NOON.plus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(90)), ACTOR));
        Ledger later = fixtures.ledger(NOON.plus(Duration.ofDays(2)), account(ledger));

        // When
        later.apply(new Command.Settle(ANN));

        // Then
        assertThat(balance(later, ANN)).isEqualTo(new Balance(0, 0, 40));
    }

    @Test
    void aReversalTakesTheOrdersOwnPendingPointsFirst() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(new Command.Earn(ANN, new UUID(0, 99), 50, NOON, NOON.plus(Duration.ofDays(9)), ACTOR));
        ledger.apply(pending(100));

        // When
        ledger.apply(reverse(100, NegativePolicy.OWE));

        // Then
        assertThat(balance(ledger, ANN)).isEqualTo(new Balance(50, 0, 0));
    }

    @Test
    void transferredPointsKeepTheirExpiry() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(50, 100));
        ledger.apply(earned(50, 300));

        // When
        ledger.apply(new Command.Transfer(ANN, BOB, 70, "a present", ACTOR));

        // Then
        assertThat(balance(ledger, ANN).available()).isEqualTo(30);
        Ledger later = fixtures.ledger(NOON.plus(Duration.ofDays(100)), account(ledger, BOB));
        later.apply(new Command.Settle(BOB));
        assertThat(balance(later, BOB).available()).isEqualTo(20);
    }

    @Test
    void nobodyTransfersToThemselves() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(50, 100));

        // When
        String reason = refused(ledger, new Command.Transfer(ANN, ANN, 10, "", ACTOR));

        // Then
        assertThat(reason).isEqualTo("SAME_CUSTOMER");
    }

    @Test
    void aRewardIsGoneWhenItsStockIs() {
        // Given
        Ledger ledger = fixtures.ledger(NOON)
                .with(List.of(reward(REWARD, 10, OptionalLong.of(1), Map.of())), List.of(), List.of());
        ledger.apply(earned(50, 100));
        ledger.apply(redeem("A"));

        // When
        String reason = refused(ledger, redeem("B"));

        // Then
        assertThat(reason).isEqualTo("REWARD_OUT_OF_STOCK");
        assertThat(balance(ledger, ANN).available()).isEqualTo(40);
        assertThat(ledger.journal().vouchers()).extracting(IssuedVoucher::code).containsExactly("A");
    }

    @Test
    void aCustomerTakesARewardOnlySoOften() {
        // Given
        Ledger ledger = fixtures.ledger(NOON)
                .with(List.of(reward(REWARD, 10, OptionalLong.empty(), Map.of(ANN, 2L))), List.of(), List.of());
        ledger.apply(earned(50, 100));

        // When
        String reason = refused(ledger, redeem("A"));

        // Then
        assertThat(reason).isEqualTo("REWARD_LIMIT_REACHED");
    }

    @Test
    void aCancelledRedemptionGivesPointsAndStockBackOnce() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        Reward reward = reward(REWARD, 10, OptionalLong.of(1), Map.of());
        ledger.with(List.of(reward), List.of(), List.of());
        ledger.apply(earned(50, 10));
        LedgerTransaction paid = ledger.apply(redeem("A")).orElseThrow();
        ledger.with(List.of(), List.of(), List.of(past(paid, ledger.journal().uses())));
        var cancel = new Command.Cancel(ANN, paid.id(), "a mistake", ACTOR);

        // When
        ledger.apply(cancel);

        // Then
        assertThat(refused(ledger, cancel)).isEqualTo("ALREADY_CANCELLED");
        assertThat(balance(ledger, ANN).available()).isEqualTo(50);
        assertThat(reward.sold()).isZero();
        assertThat(ledger.journal().voided()).containsExactly(paid.id());
    }

    @Test
    void pointsGivenBackStayForAMonthAtLeast() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        ledger.apply(earned(50, 10));
        LedgerTransaction paid = ledger.apply(spend(50)).orElseThrow();
        Instant later = NOON.plus(Duration.ofDays(9));
        Ledger then = fixtures.ledger(later, account(ledger))
                .with(List.of(), List.of(), List.of(past(paid, ledger.journal().uses())));
        then.apply(new Command.Cancel(ANN, paid.id(), "a mistake", ACTOR));

        // When
        Ledger nextMonth = fixtures.ledger(later.plus(Duration.ofDays(29)), account(then));
        nextMonth.apply(new Command.Settle(ANN));

        // Then
        assertThat(balance(nextMonth, ANN).available()).isEqualTo(50);
    }

    @Test
    void aCancelledGrantIsTakenBackOnlyWhileItIsThere() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        LedgerTransaction granted = ledger.apply(new Command.Adjust(ANN, 80, Lot.NEVER, "sorry", ACTOR))
                .orElseThrow();
        ledger.with(List.of(), List.of(), List.of(past(granted, List.of())));
        ledger.apply(spend(30));

        // When
        String reason = refused(ledger, new Command.Cancel(ANN, granted.id(), "wrong customer", ACTOR));

        // Then
        assertThat(reason).isEqualTo("INSUFFICIENT_POINTS");
    }

    @Test
    void pointsOfAReferralAreNotCancelledByHand() {
        // Given
        Ledger ledger = fixtures.ledger(NOON);
        LedgerTransaction referred =
                ledger.apply(new Command.Refer(ANN, 80, Lot.NEVER, ACTOR)).orElseThrow();
        ledger.with(List.of(), List.of(), List.of(past(referred, List.of())));

        // When
        String reason = refused(ledger, new Command.Cancel(ANN, referred.id(), "not deserved", ACTOR));

        // Then
        assertThat(reason).isEqualTo("NOT_CANCELLABLE");
        assertThat(balance(ledger, ANN).available()).isEqualTo(80);
    }

    @Test
    void aCouponIsCashedAsOftenAsItSays() {
        // Given
        var terms = new Coupon.Terms(25, 2, 1, NOON, NOON.plus(Duration.ofDays(1)));
        Ledger ledger =
                fixtures.ledger(NOON).with(List.of(), List.of(new Coupon("SPRING", terms, 0, Map.of())), List.of());
        ledger.apply(cash(ANN));

        // When
        String again = refused(ledger, cash(ANN));
        ledger.apply(cash(BOB));
        String third = refused(ledger, cash(new UUID(0, 42)));

        // Then
        assertThat(again).isEqualTo("COUPON_ALREADY_USED");
        assertThat(third).isEqualTo("COUPON_USED_UP");
        assertThat(balance(ledger, ANN).available()).isEqualTo(25);
    }

    @ParameterizedTest(name = "{0} points")
    @CsvSource({"0", "-5", "1000000001"})
    void pointsOutOfRangeAreRefused(long points) {
        // When
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> spend(points));

        // Then
        assertThat(refusal.reason()).isEqualTo("POINTS_OUT_OF_RANGE");
    }

    private static Command.Redeem redeem(String code) {
        return new Command.Redeem(ANN, REWARD, code, ACTOR);
    }

    private static Command.CashCoupon cash(UUID customer) {
        return new Command.CashCoupon(customer, "SPRING", Lot.NEVER, ACTOR);
    }

    private static Command.Past past(LedgerTransaction made, List<LotUse> uses) {
        return new Command.Past(
                made.id(),
                made.kind(),
                made.customer(),
                made.points(),
                made.details().reward(),
                false,
                false,
                uses.stream().filter(use -> use.transaction().equals(made.id())).toList());
    }

    private static MemberAccount account(Ledger ledger) {
        return account(ledger, ANN);
    }

    /** As it would be read again. */
    private static MemberAccount account(Ledger ledger, UUID customer) {
        return new MemberAccount(
                customer,
                balance(ledger, customer),
                Optional.empty(),
                ledger.journal().lots().stream()
                        .filter(lot -> lot.customer().equals(customer) && lot.remaining() > 0)
                        .toList());
    }

    private static String refused(Ledger ledger, Command command) {
        return catchThrowableOfType(Refusal.class, () -> ledger.apply(command)).reason();
    }
}
