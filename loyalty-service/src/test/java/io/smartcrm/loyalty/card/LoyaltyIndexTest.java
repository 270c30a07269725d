package io.smartcrm.loyalty.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.smartcrm.loyalty.account.PointsAccount;
import io.smartcrm.loyalty.account.PointsAccount.NextExpiry;
import io.smartcrm.loyalty.card.NextBestAction.Action;
import io.smartcrm.loyalty.earning.Tier;
import io.smartcrm.loyalty.earning.TierPolicy.Standing;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.lifecycle.Lifecycle;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.programme.Programmes.Membership;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.satisfaction.Satisfaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoyaltyIndexTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final CardFacts.Value VALUE = new CardFacts.Value(0.5, 2, "EUR", 4000, 8000);

    @Test
    void thePartsCountByTheirWeights() {
        // Given
        CardFacts facts = new CardFacts(
                Optional.of(new RfmCode(5, 3, 1)),
                Optional.of(VALUE),
                Optional.of(new Satisfaction(2, 4, 5)),
                membership(Optional.empty(), Optional.empty()),
                Optional.of(1.0),
                life(new LifecycleState.Loyal(NOW)));

        // When
        LoyaltyIndex index = LoyaltyIndex.of(facts);

        // Then
        assertThat(index.index()).isCloseTo(100 * (0.3 * 0.5 + 0.25 + 0.2 * 0.5 + 0.15 * 0.75 + 0.1), within(1e-9));
        assertThat(index.parts().get(0).name()).isEqualTo("LIFECYCLE");
        assertThat(index.parts()).hasSize(5);
    }

    @Test
    void whatIsNotKnownIsLeftOutAndTheOthersCountMore() {
        // When
        LoyaltyIndex index = LoyaltyIndex.of(facts(new LifecycleState.Active(NOW), Optional.empty()));

        // Then
        assertThat(index.index()).isCloseTo(75, within(1e-9));
    }

    @Test
    void aBadRatingIsMendedBeforeAnythingElse() {
        // When
        NextBestAction action = action(facts(new LifecycleState.Lapsed(NOW), Optional.of(new Satisfaction(3, 4, 1))));

        // Then
        assertThat(action.action()).isEqualTo(Action.SERVICE_RECOVERY);
    }

    @Test
    void whoIsSilentIsWonBackForWhatIsAtStake() {
        // Given
        CardFacts known = new CardFacts(
                Optional.empty(),
                Optional.of(VALUE),
                Optional.empty(),
                membership(Optional.empty(), Optional.empty()),
                Optional.empty(),
                life(new LifecycleState.AtRisk(NOW)));

        // When
        NextBestAction action = action(known);

        // Then
        assertThat(action.action()).isEqualTo(Action.WIN_BACK);
        assertThat(action.gain()).contains(800L);
    }

    @Test
    void whoNearlyHasATierIsToldAndWhosePointsExpireToo() {
        // Given
        var nearly = new Standing(Optional.empty(), Optional.empty(), Optional.of(new Tier("gold", 500)), 420, 80);
        var far = new Standing(Optional.empty(), Optional.empty(), Optional.of(new Tier("gold", 500)), 100, 400);
        var soon = Optional.of(new NextExpiry(70, NOW.plus(Duration.ofDays(10))));

        // Then
        assertThat(action(with(membership(Optional.of(nearly), soon))).action()).isEqualTo(Action.TIER_NUDGE);
        assertThat(action(with(membership(Optional.of(far), soon))).action()).isEqualTo(Action.POINTS_REMINDER);
        assertThat(action(with(membership(Optional.of(far), Optional.empty()))).action())
                .isEqualTo(Action.NONE);
    }

    @Test
    void whoBoughtOnceIsAskedForASecondPurchase() {
        assertThat(action(facts(new LifecycleState.New(NOW), Optional.empty())).action())
                .isEqualTo(Action.SECOND_PURCHASE);
        assertThat(action(facts(new LifecycleState.Loyal(NOW), Optional.of(new Satisfaction(1, 5, 5))))
                        .action())
                .isEqualTo(Action.REFERRAL);
    }

    private static NextBestAction action(CardFacts facts) {
        return NextBestAction.of(facts, NOW, 0.1);
    }

    private static CardFacts facts(LifecycleState state, Optional<Satisfaction> satisfaction) {
        return new CardFacts(
                Optional.empty(),
                Optional.empty(),
                satisfaction,
                membership(Optional.empty(), Optional.empty()),
                Optional.empty(),
                life(state));
    }

    private static CardFacts with(Membership membership) {
        return new CardFacts(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                membership,
                Optional.empty(),
                life(new LifecycleState.Active(NOW)));
    }

    private static Lifecycle life(LifecycleState state) {
        return new Lifecycle(List.of(state));
    }

    private static Membership membership(Optional<Standing> standing, Optional<NextExpiry> expiry) {
        return new Membership(
                new PointsAccount(
                        new UUID(0, 1), Balance.NOTHING, Optional.empty(), Optional.empty(), Optional.empty(), expiry),
                standing);
    }
}
