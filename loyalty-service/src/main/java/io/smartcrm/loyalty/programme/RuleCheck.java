package io.smartcrm.loyalty.programme;

import static java.util.stream.Collectors.toSet;

import io.smartcrm.loyalty.earning.Conditions;
import io.smartcrm.loyalty.earning.EarningRule;
import io.smartcrm.loyalty.earning.Effect;
import io.smartcrm.loyalty.earning.Tier;
import io.smartcrm.loyalty.rfm.Segment;
import io.smartcrm.wire.Failure;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds rules that contradict themselves or each other before they cost anything. */
final class RuleCheck {
    private static final int MAX_RULES = 200;
    private static final int MAX_FACTOR = 10;
    private static final int MAX_NAME = 100;
    private static final int MAX_CATEGORIES = 50;
    private static final int MAX_LEVELS = 8;
    private static final int MAX_LEVEL = 500;

    private final Programme programme;

    RuleCheck(Programme programme) {
        this.programme = programme;
    }

    /** @throws Failure INVALID naming the rule */
    void check() {
        List<EarningRule> rules = programme.rules();
        if (rules.size() > MAX_RULES) {
            throw Failure.invalid("rules", "are " + rules.size() + ", at most " + MAX_RULES + " are possible");
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            EarningRule rule = rules.get(i);
            String field = "rules[" + i + "]";
            requireName(field + ".name", rule.name());
            if (!names.add(rule.name().toLowerCase(Locale.ROOT))) {
                throw Failure.invalid(field + ".name", "'" + rule.name() + "' is the name of two rules");
            }
            checkConditions(field + ".conditions", rule.conditions());
            checkCap(field, rule);
        }
        checkMultipliers();
        checkPairs();
    }

    static void requireName(String field, String name) {
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw Failure.invalid(field, "must have 1 to " + MAX_NAME + " characters");
        }
    }

    private void checkConditions(String field, Conditions conditions) {
        if (conditions.fromTime().isPresent()
                && conditions.toTime().isPresent()
                && !conditions.fromTime().get().isBefore(conditions.toTime().get())) {
            throw Failure.invalid(field + ".toTime", "is not after fromTime: the rule would never apply");
        }
        checkCategories(field + ".categories", conditions.categories());
        Set<String> tiers = programme.tiers().tiers().stream().map(Tier::name).collect(toSet());
        for (String tier : conditions.tiers()) {
            if (!tiers.contains(tier)) {
                throw Failure.invalid(field + ".tiers", "'" + tier + "' is none of the tiers " + tiers);
            }
        }
        Set<String> segments =
                Arrays.stream(Segment.values()).map(Segment::name).collect(toSet());
        for (String segment : conditions.segments()) {
            if (!segments.contains(segment)) {
                throw Failure.invalid(field + ".segments", "'" + segment + "' is none of the RFM segments " + segments);
            }
        }
    }

    private static void checkCategories(String field, Set<String> categories) {
        if (categories.size() > MAX_CATEGORIES) {
            throw Failure.invalid(field, "are " + categories.size() + ", at most " + MAX_CATEGORIES + " are possible");
        }
        for (String category : categories) {
            List<String> levels = List.of(category.split("/", -1));
            if (levels.size() > MAX_LEVELS) {
                throw Failure.invalid(
                        field, "has one of " + levels.size() + " levels, at most " + MAX_LEVELS + " exist");
            }
            if (levels.stream().anyMatch(level -> level.isEmpty() || level.length() > MAX_LEVEL)) {
                throw Failure.invalid(
                        field, "must be paths such as Home/Kitchen, of levels with 1 to " + MAX_LEVEL + " characters");
            }
        }
    }

    private static void checkCap(String field, EarningRule rule) {
        if (rule.effect() instanceof Effect.Bonus bonus && rule.cap() > 0 && rule.cap() < bonus.points()) {
            throw Failure.invalid(field + ".cap", "is below the bonus of " + bonus.points() + " that the rule gives");
        }
    }

    /** All that can apply to one order together. */
    private void checkMultipliers() {
        double factor = 1;
        for (EarningRule rule : programme.rules()) {
            if (rule.active() && rule.effect() instanceof Effect.Multiply multiplier && multiplier.percent() > 100) {
                factor *= multiplier.percent() / 100.0;
            }
        }
        if (factor > MAX_FACTOR) {
            throw Failure.invalid(
                    "rules",
                    String.format(
                            Locale.ROOT,
                            "multiply an order's points by %.1f when all apply, by more than %d: deactivate or lower some",
                            factor,
                            MAX_FACTOR));
        }
    }

    /** Two rules with the same conditions, of which one says more and one says less. */
    private void checkPairs() {
        List<EarningRule> active =
                programme.rules().stream().filter(EarningRule::active).toList();
        for (int i = 0; i < active.size(); i++) {
            for (int j = 0; j < i; j++) {
                EarningRule rule = active.get(i);
                EarningRule other = active.get(j);
                if (rule.effect().getClass() == other.effect().getClass()
                        && rule.conditions().equals(other.conditions())) {
                    throw Failure.invalid(
                            "rules",
                            "'" + rule.name() + "' and '" + other.name()
                                    + "' contradict: the same conditions, two answers; keep one");
                }
            }
        }
    }
}
