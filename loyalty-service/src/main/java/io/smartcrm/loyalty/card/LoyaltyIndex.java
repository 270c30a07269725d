package io.smartcrm.loyalty.card;

import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.rfm.RfmCode;
import io.smartcrm.loyalty.rfm.RfmWeights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One number for a customer's loyalty, 0 to 100: RFM counts .30, lifecycle .25, value .20, satisfaction .15 and tier .10, each
 * from 0 to 1. What is not known is left out and the others count more. Strategies ask for it in SQL ({@code IndexSql}):
 * change both when you change one.
 *
 * @param parts those with most to say first
 */
record LoyaltyIndex(double index, List<Part> parts) {
    LoyaltyIndex {
        parts = List.copyOf(parts);
    }

    record Part(String name, double weight, double score, String reason) {}

    static LoyaltyIndex of(CardFacts facts) {
        List<Part> parts = new ArrayList<>();
        facts.rfm().ifPresent(code -> parts.add(rfm(code)));
        parts.add(lifecycle(facts.lifecycle().current()));
        facts.value()
                .ifPresent(value -> parts.add(new Part(
                        "VALUE",
                        0.20,
                        value.alive(),
                        String.format(Locale.ROOT, "still buys with a probability of %.0f %%", 100 * value.alive()))));
        facts.satisfaction()
                .ifPresent(known -> parts.add(new Part(
                        "SATISFACTION",
                        0.15,
                        (known.mean() - 1) / 4,
                        String.format(
                                Locale.ROOT,
                                "rated the service %.1f of 5 in %d cases",
                                known.mean(),
                                known.ratings()))));
        facts.tierShare()
                .ifPresent(share -> parts.add(new Part(
                        "TIER",
                        0.10,
                        share,
                        facts.membership()
                                .account()
                                .tier()
                                .map(tier -> "is in tier " + tier)
                                .orElse("is in no tier"))));
        double weights = parts.stream().mapToDouble(Part::weight).sum();
        double sum =
                parts.stream().mapToDouble(part -> part.weight() * part.score()).sum();
        parts.sort(Comparator.comparingDouble((Part part) -> part.weight() * Math.abs(part.score() - 0.5))
                .reversed());
        return new LoyaltyIndex(100 * sum / weights, parts);
    }

    private static Part rfm(RfmCode code) {
        return new Part(
                "RFM",
                0.30,
                (code.weightedSum(RfmWeights.EQUAL) - 1) / 4,
                "scores " + code.recency() + " of 5 for how recently, " + code.frequency() + " for how often and "
                        + code.monetary() + " for how much was bought");
    }

    private static Part lifecycle(LifecycleState state) {
        double score =
                switch (state.name()) {
                    case LOYAL -> 1;
                    case ACTIVE -> 0.75;
                    case WON_BACK -> 0.6;
                    case NEW -> 0.5;
                    case AT_RISK -> 0.25;
                    case PROSPECT, LAPSED -> 0;
                };
        return new Part(
                "LIFECYCLE",
                0.25,
                score,
                "is " + state.name().name() + " since "
                        + state.since().toString().substring(0, 10));
    }
}
