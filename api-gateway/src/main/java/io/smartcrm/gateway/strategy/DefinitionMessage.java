package io.smartcrm.gateway.strategy;

import static io.smartcrm.gateway.http.Parameters.text;

import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.strategy.DefinitionView.ActionView;
import io.smartcrm.gateway.strategy.DefinitionView.ConditionView;
import io.smartcrm.gateway.strategy.DefinitionView.LimitsView;
import io.smartcrm.gateway.strategy.DefinitionView.OfferView;
import io.smartcrm.gateway.strategy.DefinitionView.QuietHoursView;
import io.smartcrm.gateway.strategy.DefinitionView.TriggerView;
import io.smartcrm.proto.loyalty.v1.CallWebhook;
import io.smartcrm.proto.loyalty.v1.ConditionOperator;
import io.smartcrm.proto.loyalty.v1.CrossingTrigger;
import io.smartcrm.proto.loyalty.v1.GiveVoucher;
import io.smartcrm.proto.loyalty.v1.GrantPoints;
import io.smartcrm.proto.loyalty.v1.LifecycleState;
import io.smartcrm.proto.loyalty.v1.LifecycleTrigger;
import io.smartcrm.proto.loyalty.v1.OpenTask;
import io.smartcrm.proto.loyalty.v1.PublishEvent;
import io.smartcrm.proto.loyalty.v1.QuietHours;
import io.smartcrm.proto.loyalty.v1.ScheduleCadence;
import io.smartcrm.proto.loyalty.v1.ScheduleTrigger;
import io.smartcrm.proto.loyalty.v1.SegmentTrigger;
import io.smartcrm.proto.loyalty.v1.SendEmail;
import io.smartcrm.proto.loyalty.v1.ShowOffer;
import io.smartcrm.proto.loyalty.v1.StrategyAction;
import io.smartcrm.proto.loyalty.v1.StrategyCondition;
import io.smartcrm.proto.loyalty.v1.StrategyDefinition;
import io.smartcrm.proto.loyalty.v1.StrategyEventKind;
import io.smartcrm.proto.loyalty.v1.StrategyFact;
import io.smartcrm.proto.loyalty.v1.StrategyLimits;
import io.smartcrm.proto.loyalty.v1.StrategyPurpose;
import io.smartcrm.proto.loyalty.v1.StrategyTrigger;
import io.smartcrm.proto.loyalty.v1.TaskUrgency;
import io.smartcrm.wire.Failure;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A definition on its way to loyalty-service. */
final class DefinitionMessage {
    private DefinitionMessage() {}

    static StrategyDefinition of(DefinitionView view) {
        var message = StrategyDefinition.newBuilder()
                .setName(text(view.name()))
                .setDescription(text(view.description()))
                .setPurpose(Messages.constant(StrategyPurpose.class, "purpose", view.purpose()))
                .setSegmentId(text(view.segmentId()))
                .setPriority(number(view.priority()))
                .setWindowDays(number(view.windowDays()));
        if (view.trigger() != null) {
            message.setTrigger(trigger(view.trigger()));
        }
        if (view.holdOut() != null) {
            message.setHoldOut(view.holdOut());
        }
        if (view.limits() != null) {
            message.setLimits(limits(view.limits()));
        }
        List<ConditionView> conditions = list(view.conditions());
        for (int i = 0; i < conditions.size(); i++) {
            message.addConditions(condition("conditions[" + i + "]", conditions.get(i)));
        }
        List<ActionView> actions = list(view.actions());
        for (int i = 0; i < actions.size(); i++) {
            message.addActions(action("actions[" + i + "]", actions.get(i)));
        }
        return message.build();
    }

    private static void requireOne(String field, @Nullable Object... alternatives) {
        long given = Stream.of(alternatives).filter(Objects::nonNull).count();
        if (given != 1) {
            throw Failure.invalid(field, "names " + given + " alternatives, exactly one is needed");
        }
    }

    private static StrategyTrigger trigger(TriggerView view) {
        requireOne("trigger", view.event(), view.lifecycle(), view.segment(), view.crossing(), view.schedule());
        var message = StrategyTrigger.newBuilder();
        if (view.event() != null) {
            message.setEvent(Messages.constant(StrategyEventKind.class, "trigger.event", view.event()));
        }
        if (view.lifecycle() != null) {
            message.setLifecycle(LifecycleTrigger.newBuilder()
                    .addAllFromStates(
                            states("trigger.lifecycle.from", view.lifecycle().from()))
                    .addAllToStates(
                            states("trigger.lifecycle.to", view.lifecycle().to())));
        }
        if (view.segment() != null) {
            message.setSegment(SegmentTrigger.newBuilder()
                    .setSegmentId(text(view.segment().segmentId()))
                    .setLeft(Boolean.TRUE.equals(view.segment().left())));
        }
        if (view.crossing() != null) {
            message.setCrossing(CrossingTrigger.newBuilder()
                    .setFact(Messages.constant(
                            StrategyFact.class,
                            "trigger.crossing.fact",
                            view.crossing().fact()))
                    .setDown(Boolean.TRUE.equals(view.crossing().down()))
                    .setThreshold(number(view.crossing().threshold())));
        }
        if (view.schedule() != null) {
            message.setSchedule(ScheduleTrigger.newBuilder()
                    .setCadence(Messages.constant(
                            ScheduleCadence.class,
                            "trigger.schedule.cadence",
                            view.schedule().cadence()))
                    .setDay(number(view.schedule().day()))
                    .setTime(text(view.schedule().time()))
                    .setTimeZone(text(view.schedule().timeZone())));
        }
        return message.build();
    }

    private static List<LifecycleState> states(String field, @Nullable List<String> names) {
        return list(names).stream()
                .map(name -> Messages.constant(LifecycleState.class, field, name))
                .toList();
    }

    private static StrategyCondition condition(String field, ConditionView view) {
        return StrategyCondition.newBuilder()
                .setFact(Messages.constant(StrategyFact.class, field + ".fact", view.fact()))
                .setOperator(Messages.constant(ConditionOperator.class, field + ".operator", view.operator()))
                .setNumber(number(view.number()))
                .addAllNames(list(view.names()))
                .build();
    }

    private static StrategyAction action(String field, ActionView view) {
        requireOne(
                field,
                view.points(),
                view.voucher(),
                view.offer(),
                view.publish(),
                view.webhook(),
                view.email(),
                view.task());
        var message = StrategyAction.newBuilder().setCostMinorUnits(number(view.costMinorUnits()));
        if (view.points() != null) {
            message.setPoints(
                    GrantPoints.newBuilder().setPoints(number(view.points().points())));
        }
        if (view.voucher() != null) {
            message.setVoucher(
                    GiveVoucher.newBuilder().setRewardId(text(view.voucher().rewardId())));
        }
        if (view.offer() != null) {
            message.setOffer(offer(view.offer()));
        }
        if (view.publish() != null) {
            message.setPublish(PublishEvent.newBuilder()
                    .setName(text(view.publish().name()))
                    .putAllAttributes(attributes(view.publish().attributes())));
        }
        if (view.webhook() != null) {
            message.setWebhook(CallWebhook.newBuilder()
                    .setUrl(text(view.webhook().url()))
                    .putAllAttributes(attributes(view.webhook().attributes())));
        }
        if (view.email() != null) {
            message.setEmail(SendEmail.newBuilder()
                    .setSubject(text(view.email().subject()))
                    .setText(text(view.email().text()))
                    .setHtml(text(view.email().html())));
        }
        if (view.task() != null) {
            message.setTask(OpenTask.newBuilder()
                    .setSubject(text(view.task().subject()))
                    .setUrgency(Messages.constant(
                            TaskUrgency.class,
                            field + ".task.urgency",
                            view.task().urgency())));
        }
        return message.build();
    }

    private static ShowOffer offer(OfferView view) {
        return ShowOffer.newBuilder()
                .setSlot(text(view.slot()))
                .setTitle(text(view.title()))
                .setText(text(view.text()))
                .addAllProductIds(list(view.productIds()))
                .setDays(number(view.days()))
                .build();
    }

    private static StrategyLimits limits(LimitsView view) {
        var message = StrategyLimits.newBuilder()
                .setPerCustomer(number(view.perCustomer()))
                .setDays(number(view.days()))
                .setTotal(view.total() == null ? 0 : view.total())
                .setConsent(text(view.consent()))
                .setExclusionGroup(text(view.exclusionGroup()))
                .setExclusionDays(number(view.exclusionDays()));
        QuietHoursView quiet = view.quietHours();
        if (quiet != null) {
            message.setQuietHours(QuietHours.newBuilder()
                    .setFromTime(text(quiet.fromTime()))
                    .setToTime(text(quiet.toTime()))
                    .setTimeZone(text(quiet.timeZone())));
        }
        return message.build();
    }

    private static int number(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static long number(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static double number(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static Map<String, String> attributes(@Nullable Map<String, String> attributes) {
        return attributes == null ? Map.of() : attributes;
    }
}
