package io.smartcrm.loyalty.earning;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartcrm.loyalty.earning.Earned.Part;
import io.smartcrm.loyalty.earning.Purchase.Buyer;
import io.smartcrm.loyalty.earning.Purchase.Line;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningPolicyTest {
    /** A Monday. */
    private static final Instant TIME = Instant.parse("2026-03-02T12:00:00Z");

    private static final UUID TEA = new UUID(0, 1);
    private static final UUID CUP = new UUID(0, 2);
    private static final EarningRule ONE_A_EURO = rule("euro", new Effect.PerAmount(1, 100), Conditions.NONE);

    @ParameterizedTest(name = "{0} cents earn {1} points")
    @CsvSource({"99, 0", "100, 1", "1999, 19", "-100, 0"})
    void whatIsLeftOverEarnsNothing(long cents, long points) {
        assertThat(policy(ONE_A_EURO).earned(purchase(cents)).points()).isEqualTo(points);
    }

    @Test
    void multipliersWorkOnTheAmountAndBonusesComeOnTop() {
        // Given
        EarningPolicy policy = policy(
                rule("welcome", new Effect.Bonus(50), firstOrder()),
                rule("gold doubles", new Effect.Multiply(200), tier("gold")),
                ONE_A_EURO);

        // When
        Earned earned = policy.earned(
                purchase(10_000).by(new Buyer(Optional.empty(), Optional.of("gold"), true, Optional.empty())));

        // Then
        assertThat(earned.points()).isEqualTo(250);
        assertThat(earned.parts())
                .containsExactly(new Part("euro", 100), new Part("gold doubles", 100), new Part("welcome", 50));
    }

    @Test
    void aRuleOfProductsCountsTheirLinesOnly() {
        // Given
        var tea = linesOf(Set.of(TEA), Set.of());
        EarningPolicy policy = policy(rule("tea", new Effect.PerAmount(5, 100), tea));

        // When
        Earned earned = policy.earned(purchase(1000));

        // Then
        assertThat(earned.points()).isEqualTo(20);
    }

    @ParameterizedTest(name = "{0}: {1} points")
    @CsvSource({"Home, 50", "Home/Kitchen, 30", "Home/Kit, 0", "Garden, 0", "Home/Kitchen/Cups/Large, 0"})
    void aRuleOfACategoryCountsWhatLiesBelowIt(String category, long points) {
        // Given
        Purchase purchase = purchase(1000).sorted(Map.of(TEA, "Home/Tea", CUP, "Home/Kitchen/Cups"));
        EarningPolicy policy =
                policy(rule("category", new Effect.PerAmount(5, 100), linesOf(Set.of(), Set.of(category))));

        // When
        Earned earned = policy.earned(purchase);

        // Then
        assertThat(earned.points()).isEqualTo(points);
    }

    @Test
    void aLineMustBeOfTheProductsAndOfTheCategories() {
        // Given
        Purchase purchase = purchase(1000).sorted(Map.of(TEA, "Tea", CUP, "Cups"));
        EarningPolicy both = policy(rule("both", new Effect.Bonus(5), linesOf(Set.of(TEA), Set.of("Cups"))));

        // When
        Earned earned = both.earned(purchase);

        // Then
        assertThat(earned.points()).isZero();
    }

    @Test
    void aRuleAppliesOnItsDaysByItsChannelsAndFromItsMinimum() {
        // Given
        var conditions = new Conditions(
                Optional.of(TIME),
                Optional.of(TIME.plusSeconds(60)),
                500,
                Set.of(),
                Set.of(),
                Set.of("AT_RISK"),
                Set.of(),
                Set.of("web"),
                Set.of(DayOfWeek.MONDAY),
                false,
                OptionalInt.empty());
        EarningPolicy policy = policy(rule("back", new Effect.Bonus(10), conditions));
        var atRisk = new Buyer(Optional.of("AT_RISK"), Optional.empty(), false, Optional.empty());

        // When
        long matching = policy.earned(purchase(500).by(atRisk)).points();
        long tooSmall = policy.earned(purchase(499).by(atRisk)).points();
        long otherSegment = policy.earned(purchase(500)).points();
        long tooLate = policy.earned(at(TIME.plusSeconds(60)).by(atRisk)).points();

        // Then
        assertThat(List.of(matching, tooSmall, otherSegment, tooLate)).containsExactly(10L, 0L, 0L, 0L);
    }

    @ParameterizedTest(name = "born {0}, ordered {1}, within {2} days: {3} points")
    @CsvSource({
        "1980-03-02, 2026-03-02, 0, 10",
        "1980-03-03, 2026-03-02, 0, 0",
        "1980-03-09, 2026-03-02, 7, 10",
        "1980-03-10, 2026-03-02, 7, 0",
        "1980-12-30, 2026-01-04, 5, 10",
        "1980-01-02, 2025-12-28, 5, 10",
        "1984-02-29, 2026-02-28, 0, 10",
        "1984-02-29, 2028-02-29, 0, 10",
    })
    void aBirthdayRuleAppliesAroundTheBirthday(LocalDate born, LocalDate day, int days, long points) {
        // Given
        EarningPolicy policy = policy(rule("birthday", new Effect.Bonus(10), birthday(days)));
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        var buyer = new Buyer(Optional.empty(), Optional.empty(), false, Optional.of(born));

        // When
        Earned earned = policy.earned(at(noon).by(buyer));

        // Then
        assertThat(earned.points()).isEqualTo(points);
    }

    @Test
    void whoseBirthdayIsNotKnownHasNone() {
        // Given
        EarningPolicy policy = policy(rule("birthday", new Effect.Bonus(10), birthday(30)));

        // When
        Earned earned = policy.earned(at(TIME));

        // Then
        assertThat(earned.points()).isZero();
    }

    @Test
    void capsHoldForRulesAndForOrders() {
        // Given
        var capped = new EarningRule("euro", true, new Effect.PerAmount(1, 100), Conditions.NONE, 30);
        var policy = new EarningPolicy("EUR", 35, List.of(capped, rule("ten", new Effect.Bonus(10), Conditions.NONE)));

        // When
        Earned earned = policy.earned(purchase(10_000));

        // Then
        assertThat(earned.points()).isEqualTo(35);
        assertThat(earned.parts()).containsExactly(new Part("euro", 30), new Part("ten", 10));
    }

    @Test
    void anotherCurrencyEarnsNothing() {
        assertThat(new EarningPolicy("GBP", 0, List.of(ONE_A_EURO))
                        .earned(purchase(1000))
                        .points())
                .isZero();
    }

    @ParameterizedTest(name = "{0} of 1000 given back: {1} of 100 points stay")
    @CsvSource({"0, 100", "-1, 99", "-500, 50", "-1000, 0", "-2000, 0"})
    void aRefundTakesItsShare(long refunded, long kept) {
        assertThat(EarningPolicy.kept(100, 1000, refunded)).isEqualTo(kept);
    }

    private static EarningPolicy policy(EarningRule... rules) {
        return new EarningPolicy("EUR", 0, List.of(rules));
    }

    private static EarningRule rule(String name, Effect effect, Conditions conditions) {
        return new EarningRule(name, true, effect, conditions, 0);
    }

    private static Conditions linesOf(Set<UUID> products, Set<String> categories) {
        return conditions(products, categories, Set.of(), false, OptionalInt.empty());
    }

    private static Conditions firstOrder() {
        return conditions(Set.of(), Set.of(), Set.of(), true, OptionalInt.empty());
    }

    private static Conditions tier(String tier) {
        return conditions(Set.of(), Set.of(), Set.of(tier), false, OptionalInt.empty());
    }

    private static Conditions birthday(int days) {
        return conditions(Set.of(), Set.of(), Set.of(), false, OptionalInt.of(days));
    }

    private static Conditions conditions(
            Set<UUID> products,
            Set<String> categories,
            Set<String> tiers,
            boolean firstOrder,
            OptionalInt birthdayDays) {
        return new Conditions(
                Optional.empty(),
                Optional.empty(),
                0,
                products,
                categories,
                Set.of(),
                tiers,
                Set.of(),
                Set.of(),
                firstOrder,
                birthdayDays);
    }

    private static Purchase purchase(long cents) {
        return new Purchase(
                TIME,
                "EUR",
                cents,
                List.of(new Line(TEA, 400), new Line(CUP, cents - 400)),
                "web",
                new Buyer(Optional.empty(), Optional.empty(), false, Optional.empty()));
    }

    private static Purchase at(Instant time) {
        return new Purchase(time, "EUR", 1000, List.of(), "web", Buyer.NEW);
    }
}
