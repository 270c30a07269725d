package io.smartcrm.loyalty.card;

import io.smartcrm.loyalty.account.PointsAccount;
import io.smartcrm.loyalty.ledger.Balance;
import io.smartcrm.loyalty.lifecycle.Lifecycle;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.programme.Programmes.Membership;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.satisfaction.Satisfaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The index as the card tells it, for tests of others. */
public final class CardFixture {
    private CardFixture() {}

    public static double index(
            LifecycleState state,
            Optional<RfmCode> rfm,
            Optional<Double> alive,
            Optional<Double> satisfaction,
            Optional<Double> tierShare) {
        var account = new PointsAccount(
                new UUID(0, 1),
                Balance.NOTHING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return LoyaltyIndex.of(new CardFacts(
                        rfm,
                        alive.map(share -> new CardFacts.Value(share, 1, "EUR", 0, 0)),
                        satisfaction.map(mean -> new Satisfaction(1, mean, 1)),
                        new Membership(account, Optional.empty()),
                        tierShare,
                        new Lifecycle(List.of(state))))
                .index();
    }
}
