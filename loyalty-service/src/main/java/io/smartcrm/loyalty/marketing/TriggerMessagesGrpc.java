package io.smartcrm.loyalty.marketing;

import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.strategy.Refused;
import io.smartcrm.loyalty.strategy.Trigger;
import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import io.smartcrm.loyalty.strategy.Trigger.Schedule;
import io.smartcrm.proto.loyalty.v1.CrossingTrigger;
import io.smartcrm.proto.loyalty.v1.LifecycleTrigger;
import io.smartcrm.proto.loyalty.v1.ScheduleCadence;
import io.smartcrm.proto.loyalty.v1.ScheduleTrigger;
import io.smartcrm.proto.loyalty.v1.SegmentTrigger;
import io.smartcrm.proto.loyalty.v1.StrategyEventKind;
import io.smartcrm.proto.loyalty.v1.StrategyTrigger;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Triggers as messages. */
final class TriggerMessagesGrpc {
    private static final String STATE = "LIFECYCLE_STATE_";

    private TriggerMessagesGrpc() {}

    static Trigger trigger(StrategyTrigger message) {
        return switch (message.getTriggerCase()) {
            case EVENT -> new Trigger.Event(event(message.getEvent()));
            case LIFECYCLE ->
                new Trigger.Lifecycle(
                        states(
                                "trigger.lifecycle.fromStates",
                                message.getLifecycle().getFromStatesList()),
                        states(
                                "trigger.lifecycle.toStates",
                                message.getLifecycle().getToStatesList()));
            case SEGMENT ->
                new Trigger.Segment(
                        Fields.id(
                                "trigger.segment.segmentId",
                                message.getSegment().getSegmentId()),
                        !message.getSegment().getLeft());
            case CROSSING ->
                new Crossing(
                        DefinitionMessagesGrpc.fact(
                                "trigger.crossing.fact", message.getCrossing().getFact()),
                        message.getCrossing().getDown() ? Crossing.Direction.DOWN : Crossing.Direction.UP,
                        message.getCrossing().getThreshold());
            case SCHEDULE -> schedule(message.getSchedule());
            case TRIGGER_NOT_SET ->
                throw new Refused("trigger", "must be one of event, lifecycle, segment, crossing or schedule");
        };
    }

    private static Trigger.Kind event(StrategyEventKind kind) {
        return switch (kind) {
            case STRATEGY_EVENT_KIND_ORDER_PLACED -> Trigger.Kind.ORDER_PLACED;
            case STRATEGY_EVENT_KIND_REFUND_ISSUED -> Trigger.Kind.REFUND_ISSUED;
            case STRATEGY_EVENT_KIND_CASE_RATED -> Trigger.Kind.CASE_RATED;
            case STRATEGY_EVENT_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw new Refused("trigger.event", "must be ORDER_PLACED, REFUND_ISSUED or CASE_RATED");
        };
    }

    private static Set<LifecycleState.Name> states(
            String field, List<io.smartcrm.proto.loyalty.v1.LifecycleState> messages) {
        Set<LifecycleState.Name> states = new LinkedHashSet<>();
        for (var message : messages) {
            if (message == io.smartcrm.proto.loyalty.v1.LifecycleState.LIFECYCLE_STATE_UNSPECIFIED
                    || message == io.smartcrm.proto.loyalty.v1.LifecycleState.UNRECOGNIZED) {
                throw new Refused(field, "holds a state that is not known");
            }
            states.add(LifecycleState.Name.valueOf(message.name().substring(STATE.length())));
        }
        return states;
    }

    private static Schedule schedule(ScheduleTrigger message) {
        Schedule.Cadence cadence =
                switch (message.getCadence()) {
                    case SCHEDULE_CADENCE_DAILY -> Schedule.Cadence.DAILY;
                    case SCHEDULE_CADENCE_WEEKLY -> Schedule.Cadence.WEEKLY;
                    case SCHEDULE_CADENCE_MONTHLY -> Schedule.Cadence.MONTHLY;
                    case SCHEDULE_CADENCE_UNSPECIFIED, UNRECOGNIZED ->
                        throw new Refused("trigger.schedule.cadence", "must be DAILY, WEEKLY or MONTHLY");
                };
        return new Schedule(
                cadence,
                message.getDay(),
                time("trigger.schedule.time", message.getTime()),
                zone("trigger.schedule.timeZone", message.getTimeZone()));
    }

    static LocalTime time(String field, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException malformed) {
            throw new Refused(field, "'" + text + "' is not a time such as 09:30");
        }
    }

    static ZoneId zone(String field, String text) {
        try {
            return text.isEmpty() ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new Refused(field, "'" + text + "' is not a time zone such as Europe/Berlin");
        }
    }

    static StrategyTrigger message(Trigger trigger) {
        var message = StrategyTrigger.newBuilder();
        if (trigger instanceof Trigger.Event event) {
            message.setEvent(StrategyEventKind.valueOf(
                    "STRATEGY_EVENT_KIND_" + event.kind().name()));
        }
        if (trigger instanceof Trigger.Lifecycle lifecycle) {
            message.setLifecycle(LifecycleTrigger.newBuilder()
                    .addAllFromStates(messages(lifecycle.from()))
                    .addAllToStates(messages(lifecycle.to())));
        }
        if (trigger instanceof Trigger.Segment segment) {
            message.setSegment(SegmentTrigger.newBuilder()
                    .setSegmentId(segment.segment().toString())
                    .setLeft(!segment.entered()));
        }
        if (trigger instanceof Crossing crossing) {
            message.setCrossing(CrossingTrigger.newBuilder()
                    .setFact(DefinitionMessagesGrpc.message(crossing.fact()))
                    .setDown(crossing.direction() == Crossing.Direction.DOWN)
                    .setThreshold(crossing.threshold()));
        }
        if (trigger instanceof Schedule schedule) {
            message.setSchedule(ScheduleTrigger.newBuilder()
                    .setCadence(ScheduleCadence.valueOf(
                            "SCHEDULE_CADENCE_" + schedule.cadence().name()))
                    .setDay(schedule.day())
                    .setTime(schedule.time().toString())
                    .setTimeZone(schedule.zone().getId()));
        }
        return message.build();
    }

    private static List<io.smartcrm.proto.loyalty.v1.LifecycleState> messages(Set<LifecycleState.Name> states) {
        return states.stream()
                .sorted()
                .map(state -> io.smartcrm.proto.loyalty.v1.LifecycleState.valueOf(STATE + state.name()))
                .toList();
    }
}
