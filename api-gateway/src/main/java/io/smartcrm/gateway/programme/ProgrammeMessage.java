package io.smartcrm.gateway.programme;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.programme.ProgrammeView.Bonus;
import io.smartcrm.gateway.programme.ProgrammeView.ConditionsView;
import io.smartcrm.gateway.programme.ProgrammeView.Multiplier;
import io.smartcrm.gateway.programme.ProgrammeView.PerAmount;
import io.smartcrm.gateway.programme.ProgrammeView.ReferralTermsView;
import io.smartcrm.gateway.programme.ProgrammeView.RuleView;
import io.smartcrm.gateway.programme.ProgrammeView.TierView;
import io.smartcrm.proto.loyalty.v1.EarningConditions;
import io.smartcrm.proto.loyalty.v1.EarningRule;
import io.smartcrm.proto.loyalty.v1.NegativePolicy;
import io.smartcrm.proto.loyalty.v1.PointsBonus;
import io.smartcrm.proto.loyalty.v1.PointsMultiplier;
import io.smartcrm.proto.loyalty.v1.PointsPerAmount;
import io.smartcrm.proto.loyalty.v1.Programme;
import io.smartcrm.proto.loyalty.v1.ProgrammeTier;
import io.smartcrm.proto.loyalty.v1.ReferralTerms;
import io.smartcrm.proto.loyalty.v1.TierMeasure;
import io.smartcrm.wire.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A programme on its way to loyalty-service and back. */
final class ProgrammeMessage {
    private ProgrammeMessage() {}

    static Programme.Builder of(ProgrammeView view) {
        var message = Programme.newBuilder()
                .setName(text(view.name()))
                .setActive(view.active() == null || view.active())
                .setCurrencyCode(text(view.currencyCode()))
                .setReturnWindowDays(number(view.returnWindowDays()))
                .setValidityMonths(number(view.validityMonths()))
                .setNegativePolicy(Messages.constant(NegativePolicy.class, "negativePolicy", view.negativePolicy()))
                .setMaxPointsPerOrder(number(view.maxPointsPerOrder()))
                .setMinorUnitsPerThousandPoints(number(view.minorUnitsPerThousandPoints()))
                .setTierMeasure(Messages.constant(TierMeasure.class, "tierMeasure", view.tierMeasure()))
                .setTierPeriodMonths(number(view.tierPeriodMonths()))
                .setTierGraceDays(number(view.tierGraceDays()));
        if (view.startTime() != null) {
            message.setStartTime(Messages.timestamp(view.startTime()));
        }
        list(view.tiers())
                .forEach(tier -> message.addTiers(
                        ProgrammeTier.newBuilder().setName(text(tier.name())).setThreshold(number(tier.threshold()))));
        List<RuleView> rules = list(view.rules());
        for (int i = 0; i < rules.size(); i++) {
            message.addRules(rule("rules[" + i + "]", rules.get(i)));
        }
        if (view.referrals() != null) {
            message.setReferrals(ReferralTerms.newBuilder()
                    .setReferrerPoints(number(view.referrals().referrerPoints()))
                    .setReferredPoints(number(view.referrals().referredPoints()))
                    .setMinimumMinorUnits(number(view.referrals().minimumMinorUnits()))
                    .setPerMember(number(view.referrals().perMember())));
        }
        return message;
    }

    private static EarningRule.Builder rule(String field, RuleView view) {
        var message = EarningRule.newBuilder()
                .setName(text(view.name()))
                .setActive(view.active() == null || view.active())
                .setCap(number(view.cap()));
        int effects = 0;
        if (view.perAmount() != null) {
            effects++;
            message.setPerAmount(PointsPerAmount.newBuilder()
                    .setPoints(number(view.perAmount().points()))
                    .setPerMinorUnits(number(view.perAmount().perMinorUnits())));
        }
        if (view.multiplier() != null) {
            effects++;
            message.setMultiplier(PointsMultiplier.newBuilder()
                    .setPercent(number(view.multiplier().percent())));
        }
        if (view.bonus() != null) {
            effects++;
            message.setBonus(
                    PointsBonus.newBuilder().setPoints(number(view.bonus().points())));
        }
        if (effects > 1) {
            throw Failure.invalid(field, "has several of perAmount, multiplier and bonus; make a rule of each");
        }
        if (view.conditions() != null) {
            message.setConditions(conditions(view.conditions()));
        }
        return message;
    }

    private static EarningConditions.Builder conditions(ConditionsView view) {
        var message = EarningConditions.newBuilder()
                .setMinimumMinorUnits(number(view.minimumMinorUnits()))
                .addAllProductIds(list(view.productIds()))
                .addAllCategories(list(view.categories()))
                .addAllSegments(list(view.segments()))
                .addAllTiers(list(view.tiers()))
                .addAllChannels(list(view.channels()))
                .addAllWeekdays(list(view.weekdays()))
                .setFirstOrder(view.firstOrder() != null && view.firstOrder())
                .setBirthday(view.birthday() != null && view.birthday())
                .setBirthdayDays(number(view.birthdayDays()));
        if (view.fromTime() != null) {
            message.setFromTime(Messages.timestamp(view.fromTime()));
        }
        if (view.toTime() != null) {
            message.setToTime(Messages.timestamp(view.toTime()));
        }
        return message;
    }

    static ProgrammeView view(Programme message) {
        return new ProgrammeView(
                message.getName(),
                message.getActive(),
                Messages.time(message.hasStartTime(), message.getStartTime()),
                message.getCurrencyCode(),
                message.getReturnWindowDays(),
                message.getValidityMonths(),
                Messages.name(message.getNegativePolicy()),
                message.getMaxPointsPerOrder(),
                message.getMinorUnitsPerThousandPoints(),
                Messages.name(message.getTierMeasure()),
                message.getTierPeriodMonths(),
                message.getTierGraceDays(),
                message.getTiersList().stream()
                        .map(tier -> new TierView(tier.getName(), tier.getThreshold()))
                        .toList(),
                message.getRulesList().stream().map(ProgrammeMessage::view).toList(),
                message.hasReferrals() ? view(message.getReferrals()) : null,
                message.getEtag());
    }

    private static ReferralTermsView view(ReferralTerms terms) {
        return new ReferralTermsView(
                terms.getReferrerPoints(),
                terms.getReferredPoints(),
                terms.getMinimumMinorUnits(),
                terms.getPerMember());
    }

    private static RuleView view(EarningRule rule) {
        return new RuleView(
                rule.getName(),
                rule.getActive(),
                rule.hasPerAmount()
                        ? new PerAmount(
                                rule.getPerAmount().getPoints(),
                                rule.getPerAmount().getPerMinorUnits())
                        : null,
                rule.hasMultiplier() ? new Multiplier(rule.getMultiplier().getPercent()) : null,
                rule.hasBonus() ? new Bonus(rule.getBonus().getPoints()) : null,
                rule.getCap(),
                view(rule.getConditions()));
    }

    private static ConditionsView view(EarningConditions conditions) {
        return new ConditionsView(
                Messages.time(conditions.hasFromTime(), conditions.getFromTime()),
                Messages.time(conditions.hasToTime(), conditions.getToTime()),
                conditions.getMinimumMinorUnits(),
                conditions.getProductIdsList(),
                conditions.getCategoriesList(),
                conditions.getSegmentsList(),
                conditions.getTiersList(),
                conditions.getChannelsList(),
                conditions.getWeekdaysList(),
                conditions.getFirstOrder(),
                conditions.getBirthday(),
                conditions.getBirthdayDays());
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
