package io.smartcrm.loyalty.card;

import io.smartcrm.loyalty.lifecycle.LifecycleState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What to do with a customer now: what hurts most first.
 *
 * @param gain expected of it, in minor units of the customer's currency; empty when it cannot be said
 */
record NextBestAction(Action action, String reason, Optional<Long> gain) {
    enum Action {
        SERVICE_RECOVERY,
        WIN_BACK,
        SECOND_PURCHASE,
        TIER_NUDGE,
        POINTS_REMINDER,
        REFERRAL,
        NONE
    }

    private static final int DISSATISFIED = 2;
    private static final int DELIGHTED = 5;
    private static final Duration SOON = Duration.ofDays(30);
    /** Of the threshold of the next tier. */
    private static final double NEARLY = 0.2;

    /** @param responseRate share of customers who do what an action wants */
    static NextBestAction of(CardFacts facts, Instant now, double responseRate) {
        Optional<CardFacts.Value> value = facts.value().filter(known -> known.value() > 0);
        Optional<Long> onePurchase = facts.value()
                .filter(known -> known.amount() > 0)
                .map(known -> Math.round(responseRate * known.amount()));
        if (facts.satisfaction().filter(known -> known.last() <= DISSATISFIED).isPresent()) {
            return new NextBestAction(
                    Action.SERVICE_RECOVERY,
                    "rated the last case " + facts.satisfaction().get().last() + " of 5",
                    value.map(known -> Math.round(responseRate * known.value())));
        }
        LifecycleState state = facts.lifecycle().current();
        return switch (state.name()) {
            case AT_RISK, LAPSED ->
                new NextBestAction(
                        Action.WIN_BACK,
                        "silent for so long that the customer is "
                                + state.name().name(),
                        value.map(known -> Math.round(responseRate * known.value() * (1 / known.alive() - 1))));
            case PROSPECT, NEW ->
                new NextBestAction(Action.SECOND_PURCHASE, "bought once and may not come back", onePurchase);
            case ACTIVE, LOYAL, WON_BACK -> programme(facts, now, onePurchase);
        };
    }

    private static NextBestAction programme(CardFacts facts, Instant now, Optional<Long> onePurchase) {
        var account = facts.membership().account();
        var next = facts.membership()
                .standing()
                .filter(standing -> standing.next()
                        .filter(tier -> standing.missing() <= NEARLY * tier.threshold())
                        .isPresent());
        if (next.isPresent()) {
            return new NextBestAction(
                    Action.TIER_NUDGE,
                    "needs " + next.get().missing() + " more for tier "
                            + next.get().next().orElseThrow().name(),
                    onePurchase);
        }
        var expiring = account.nextExpiry().filter(expiry -> expiry.time().isBefore(now.plus(SOON)));
        if (expiring.isPresent()) {
            return new NextBestAction(
                    Action.POINTS_REMINDER,
                    expiring.get().points() + " points expire on "
                            + expiring.get().time().toString().substring(0, 10),
                    onePurchase);
        }
        if (facts.satisfaction().filter(known -> known.last() == DELIGHTED).isPresent()) {
            return new NextBestAction(Action.REFERRAL, "comes back and rated the last case 5 of 5", onePurchase);
        }
        return new NextBestAction(Action.NONE, "comes back without being asked", Optional.empty());
    }
}
