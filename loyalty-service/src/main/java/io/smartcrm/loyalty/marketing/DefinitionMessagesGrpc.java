package io.smartcrm.loyalty.marketing;

import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.strategy.Condition;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Definition.Exclusion;
import io.smartcrm.loyalty.strategy.Definition.Limits;
import io.smartcrm.loyalty.strategy.Definition.Purpose;
import io.smartcrm.loyalty.strategy.Fact;
import io.smartcrm.loyalty.strategy.QuietHours;
import io.smartcrm.loyalty.strategy.Refused;
import io.smartcrm.proto.loyalty.v1.ConditionOperator;
import io.smartcrm.proto.loyalty.v1.StrategyCondition;
import io.smartcrm.proto.loyalty.v1.StrategyDefinition;
import io.smartcrm.proto.loyalty.v1.StrategyFact;
import io.smartcrm.proto.loyalty.v1.StrategyLimits;
import io.smartcrm.proto.loyalty.v1.StrategyPurpose;
import io.smartcrm.wire.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Definitions as messages. */
final class DefinitionMessagesGrpc {
    private static final double HOLD_OUT = 0.1;
    private static final int WINDOW_DAYS = 30;
    private static final int LIMIT_DAYS = 30;
    private static final int EXCLUSION_DAYS = 7;

    private DefinitionMessagesGrpc() {}

    /** @throws Failure INVALID naming the field */
    static Definition definition(StrategyDefinition message) {
        try {
            return new Definition(
                    Fields.text("name", message.getName(), 1, 100),
                    Fields.text("description", message.getDescription(), 0, 1000),
                    purpose(message.getPurpose()),
                    TriggerMessagesGrpc.trigger(message.getTrigger()),
                    id("segmentId", message.getSegmentId()),
                    conditions(message.getConditionsList()),
                    ActionMessagesGrpc.steps(message.getActionsList()),
                    limits(message.getLimits()),
                    message.hasHoldOut() ? message.getHoldOut() : HOLD_OUT,
                    (int) Fields.number("priority", message.getPriority(), -1000, 1000),
                    days("windowDays", message.getWindowDays(), WINDOW_DAYS, 365));
        } catch (Refused refused) {
            throw Failure.invalid(refused.field(), String.valueOf(refused.getMessage()));
        }
    }

    static StrategyDefinition message(Definition definition) {
        var message = StrategyDefinition.newBuilder()
                .setName(definition.name())
                .setDescription(definition.description())
                .setPurpose(StrategyPurpose.valueOf(
                        "STRATEGY_PURPOSE_" + definition.purpose().name()))
                .setTrigger(TriggerMessagesGrpc.message(definition.trigger()))
                .setSegmentId(definition.audience().map(UUID::toString).orElse(""))
                .setLimits(message(definition.limits()))
                .setHoldOut(definition.holdOut())
                .setPriority(definition.priority())
                .setWindowDays(definition.windowDays());
        definition.conditions().forEach(condition -> message.addConditions(message(condition)));
        definition.steps().forEach(step -> message.addActions(ActionMessagesGrpc.message(step)));
        return message.build();
    }

    private static Purpose purpose(StrategyPurpose purpose) {
        return switch (purpose) {
            case STRATEGY_PURPOSE_REWARD -> Purpose.REWARD;
            case STRATEGY_PURPOSE_SERVICE -> Purpose.SERVICE;
            case STRATEGY_PURPOSE_COMMUNICATION -> Purpose.COMMUNICATION;
            case STRATEGY_PURPOSE_UNSPECIFIED, UNRECOGNIZED ->
                throw new Refused("purpose", "must be REWARD, SERVICE or COMMUNICATION");
        };
    }

    private static Optional<UUID> id(String field, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Fields.id(field, text));
    }

    static int days(String field, int days, int otherwise, int most) {
        return days == 0 ? otherwise : (int) Fields.number(field, days, 1, most);
    }

    private static List<Condition> conditions(List<StrategyCondition> messages) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            StrategyCondition message = messages.get(i);
            String field = "conditions[" + i + "]";
            conditions.add(new Condition(
                    fact(field + ".fact", message.getFact()),
                    operator(field + ".operator", message.getOperator()),
                    message.getNumber(),
                    message.getNamesList()));
        }
        return conditions;
    }

    static Fact fact(String field, StrategyFact fact) {
        if (fact == StrategyFact.STRATEGY_FACT_UNSPECIFIED || fact == StrategyFact.UNRECOGNIZED) {
            throw new Refused(field, "is missing, or not known");
        }
        return Fact.valueOf(fact.name().substring("STRATEGY_FACT_".length()));
    }

    static StrategyFact message(Fact fact) {
        return StrategyFact.valueOf("STRATEGY_FACT_" + fact.name());
    }

    private static Condition.Operator operator(String field, ConditionOperator operator) {
        if (operator == ConditionOperator.CONDITION_OPERATOR_UNSPECIFIED
                || operator == ConditionOperator.UNRECOGNIZED) {
            throw new Refused(field, "is missing, or not known");
        }
        return Condition.Operator.valueOf(operator.name().substring("CONDITION_OPERATOR_".length()));
    }

    private static StrategyCondition message(Condition condition) {
        return StrategyCondition.newBuilder()
                .setFact(message(condition.fact()))
                .setOperator(ConditionOperator.valueOf(
                        "CONDITION_OPERATOR_" + condition.operator().name()))
                .setNumber(condition.number())
                .addAllNames(condition.names())
                .build();
    }

    private static Limits limits(StrategyLimits message) {
        String group = Fields.text("limits.exclusionGroup", message.getExclusionGroup(), 0, 100);
        String consent = Fields.text("limits.consent", message.getConsent(), 0, 100);
        return new Limits(
                (int) Fields.number("limits.perCustomer", message.getPerCustomer(), 0, 1000),
                days("limits.days", message.getDays(), LIMIT_DAYS, 3650),
                Fields.number("limits.total", message.getTotal(), 0, Long.MAX_VALUE),
                message.hasQuietHours()
                        ? Optional.of(new QuietHours(
                                TriggerMessagesGrpc.time(
                                        "limits.quietHours.fromTime",
                                        message.getQuietHours().getFromTime()),
                                TriggerMessagesGrpc.time(
                                        "limits.quietHours.toTime",
                                        message.getQuietHours().getToTime()),
                                TriggerMessagesGrpc.zone(
                                        "limits.quietHours.timeZone",
                                        message.getQuietHours().getTimeZone())))
                        : Optional.empty(),
                consent.isEmpty() ? Optional.empty() : Optional.of(consent),
                group.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Exclusion(
                                group, days("limits.exclusionDays", message.getExclusionDays(), EXCLUSION_DAYS, 365))));
    }

    private static StrategyLimits message(Limits limits) {
        var message = StrategyLimits.newBuilder()
                .setPerCustomer(limits.perCustomer())
                .setDays(limits.days())
                .setTotal(limits.total())
                .setConsent(limits.consent().orElse(""));
        limits.quietHours()
                .ifPresent(quiet -> message.setQuietHours(io.smartcrm.proto.loyalty.v1.QuietHours.newBuilder()
                        .setFromTime(quiet.from().toString())
                        .setToTime(quiet.to().toString())
                        .setTimeZone(quiet.zone().getId())));
        limits.exclusion()
                .ifPresent(exclusion ->
                        message.setExclusionGroup(exclusion.group()).setExclusionDays(exclusion.days()));
        return message.build();
    }
}
