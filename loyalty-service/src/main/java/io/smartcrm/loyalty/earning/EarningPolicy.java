package io.smartcrm.loyalty.earning;

import io.smartcrm.loyalty.earning.Earned.Part;
import io.smartcrm.loyalty.earning.Effect.Bonus;
import io.smartcrm.loyalty.earning.Effect.Multiply;
import io.smartcrm.loyalty.earning.Effect.PerAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * Points by rules: those for the amount add up, are multiplied by each multiplier that applies, and then come the bonuses.
 * An order in another currency than the programme's earns nothing.
 *
 * @param maxPointsPerOrder 0 for any number
 */
public record EarningPolicy(String currencyCode, long maxPointsPerOrder, List<EarningRule> rules) {
    public EarningPolicy {
        rules = List.copyOf(rules);
    }

    /** Whether it matters which categories products are of. */
    public boolean asksCategories() {
        return rules.stream()
                .anyMatch(
                        rule -> rule.active() && !rule.conditions().categories().isEmpty());
    }

    public Earned earned(Purchase purchase) {
        List<Part> parts = new ArrayList<>();
        if (purchase.currencyCode().equals(currencyCode)) {
            long base = add(parts, purchase);
            multiply(parts, purchase, base);
            give(parts, purchase);
        }
        long points = parts.stream().mapToLong(Part::points).sum();
        return new Earned(maxPointsPerOrder == 0 ? points : Math.min(maxPointsPerOrder, points), parts);
    }

    private long add(List<Part> parts, Purchase purchase) {
        long base = 0;
        for (EarningRule rule : rules) {
            if (rule.effect() instanceof PerAmount amount && rule.applies(purchase)) {
                long points = rule.capped(amount.of(rule.conditions().amount(purchase)));
                parts.add(new Part(rule.name(), points));
                base += points;
            }
        }
        return base;
    }

    /** Each multiplier works on what those before it made; its part is what it adds. */
    private void multiply(List<Part> parts, Purchase purchase, long base) {
        long before = base;
        for (EarningRule rule : rules) {
            if (rule.effect() instanceof Multiply multiplier && rule.applies(purchase)) {
                long more = rule.capped(Math.multiplyExact(before, multiplier.percent()) / 100 - before);
                parts.add(new Part(rule.name(), more));
                before += more;
            }
        }
    }

    private void give(List<Part> parts, Purchase purchase) {
        for (EarningRule rule : rules) {
            if (rule.effect() instanceof Bonus bonus && rule.applies(purchase)) {
                parts.add(new Part(rule.name(), rule.capped(bonus.points())));
            }
        }
    }

    /**
     * What stays earned of an order after parts of it were given back.
     *
     * @param refunded what was given back, 0 or negative
     */
    public static long kept(long gross, long minorUnits, long refunded) {
        if (minorUnits <= 0 || minorUnits + refunded <= 0) {
            return 0;
        }
        return Math.multiplyExact(gross, Math.min(minorUnits, minorUnits + refunded)) / minorUnits;
    }
}
