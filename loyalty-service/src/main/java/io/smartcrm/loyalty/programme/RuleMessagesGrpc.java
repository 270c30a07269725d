package io.smartcrm.loyalty.programme;

import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.earning.Conditions;
import io.smartcrm.loyalty.earning.EarningRule;
import io.smartcrm.loyalty.earning.Effect;
import io.smartcrm.loyalty.ledger.Command;
import io.smartcrm.proto.loyalty.v1.EarningConditions;
import io.smartcrm.proto.loyalty.v1.PointsBonus;
import io.smartcrm.proto.loyalty.v1.PointsMultiplier;
import io.smartcrm.proto.loyalty.v1.PointsPerAmount;
import io.smartcrm.wire.Failure;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Earning rules as messages. */
final class RuleMessagesGrpc {
    private static final int MAX_PERCENT = 1000;
    private static final int MAX_BIRTHDAY_DAYS = 30;
    private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");

    private RuleMessagesGrpc() {}

    static List<EarningRule> rules(io.smartcrm.proto.loyalty.v1.Programme message) {
        List<EarningRule> rules = new ArrayList<>();
        for (int i = 0; i < message.getRulesCount(); i++) {
            var rule = message.getRules(i);
            String field = "rules[" + i + "]";
            rules.add(new EarningRule(
                    rule.getName().strip(),
                    rule.getActive(),
                    effect(field, rule),
                    conditions(field + ".conditions", rule.getConditions()),
                    Fields.number(field + ".cap", rule.getCap(), 0, Command.MAX_POINTS)));
        }
        return rules;
    }

    private static Effect effect(String field, io.smartcrm.proto.loyalty.v1.EarningRule rule) {
        return switch (rule.getEffectCase()) {
            case PER_AMOUNT ->
                new Effect.PerAmount(
                        Fields.number(
                                field + ".perAmount.points", rule.getPerAmount().getPoints(), 1, 1_000_000),
                        Fields.number(
                                field + ".perAmount.perMinorUnits",
                                rule.getPerAmount().getPerMinorUnits(),
                                1,
                                1_000_000_000));
            case MULTIPLIER ->
                new Effect.Multiply((int) Fields.number(
                        field + ".multiplier.percent", rule.getMultiplier().getPercent(), 1, MAX_PERCENT));
            case BONUS ->
                new Effect.Bonus(
                        Fields.number(field + ".bonus.points", rule.getBonus().getPoints(), 1, Command.MAX_POINTS));
            case EFFECT_NOT_SET -> throw Failure.invalid(field, "needs one of perAmount, multiplier and bonus");
        };
    }

    private static Conditions conditions(String field, EarningConditions message) {
        return new Conditions(
                message.hasFromTime()
                        ? Optional.of(ProgrammeMessagesGrpc.instant(message.getFromTime()))
                        : Optional.empty(),
                message.hasToTime()
                        ? Optional.of(ProgrammeMessagesGrpc.instant(message.getToTime()))
                        : Optional.empty(),
                Fields.number(field + ".minimumMinorUnits", message.getMinimumMinorUnits(), 0, Long.MAX_VALUE / 2),
                message.getProductIdsList().stream()
                        .map(id -> Fields.id(field + ".productIds", id))
                        .collect(Collectors.toSet()),
                message.getCategoriesList().stream()
                        .map(RuleMessagesGrpc::category)
                        .collect(Collectors.toSet()),
                Set.copyOf(message.getSegmentsList()),
                Set.copyOf(message.getTiersList()),
                Set.copyOf(message.getChannelsList()),
                message.getWeekdaysList().stream()
                        .map(day -> DayOfWeek.of((int) Fields.number(field + ".weekdays", day, 1, 7)))
                        .collect(Collectors.toSet()),
                message.getFirstOrder(),
                birthdayDays(field, message));
    }

    private static OptionalInt birthdayDays(String field, EarningConditions message) {
        String days = field + ".birthdayDays";
        int wanted = (int) Fields.number(days, message.getBirthdayDays(), 0, MAX_BIRTHDAY_DAYS);
        if (message.getBirthday()) {
            return OptionalInt.of(wanted);
        }
        if (wanted > 0) {
            throw Failure.invalid(days, "means nothing without birthday: say birthday, too, or leave it out");
        }
        return OptionalInt.empty();
    }

    /** Blanks around slashes say nothing. */
    private static String category(String path) {
        return SLASH.matcher(path.strip()).replaceAll("/");
    }

    static io.smartcrm.proto.loyalty.v1.EarningRule message(EarningRule rule) {
        var message = io.smartcrm.proto.loyalty.v1.EarningRule.newBuilder()
                .setName(rule.name())
                .setActive(rule.active())
                .setCap(rule.cap())
                .setConditions(message(rule.conditions()));
        if (rule.effect() instanceof Effect.PerAmount amount) {
            message.setPerAmount(
                    PointsPerAmount.newBuilder().setPoints(amount.points()).setPerMinorUnits(amount.perMinorUnits()));
        } else if (rule.effect() instanceof Effect.Multiply multiplier) {
            message.setMultiplier(PointsMultiplier.newBuilder().setPercent(multiplier.percent()));
        } else if (rule.effect() instanceof Effect.Bonus bonus) {
            message.setBonus(PointsBonus.newBuilder().setPoints(bonus.points()));
        }
        return message.build();
    }

    private static EarningConditions message(Conditions conditions) {
        var message = EarningConditions.newBuilder()
                .setMinimumMinorUnits(conditions.minimumMinorUnits())
                .addAllProductIds(conditions.products().stream()
                        .map(Object::toString)
                        .sorted()
                        .toList())
                .addAllCategories(conditions.categories().stream().sorted().toList())
                .addAllSegments(conditions.segments().stream().sorted().toList())
                .addAllTiers(conditions.tiers().stream().sorted().toList())
                .addAllChannels(conditions.channels().stream().sorted().toList())
                .addAllWeekdays(conditions.weekdays().stream()
                        .map(DayOfWeek::getValue)
                        .sorted()
                        .toList())
                .setFirstOrder(conditions.firstOrder())
                .setBirthday(conditions.birthdayDays().isPresent())
                .setBirthdayDays(conditions.birthdayDays().orElse(0));
        conditions.fromTime().map(ProgrammeMessagesGrpc::timestamp).ifPresent(message::setFromTime);
        conditions.toTime().map(ProgrammeMessagesGrpc::timestamp).ifPresent(message::setToTime);
        return message.build();
    }
}
