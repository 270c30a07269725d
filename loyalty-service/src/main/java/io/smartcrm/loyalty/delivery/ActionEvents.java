package io.smartcrm.loyalty.delivery;

import com.google.protobuf.Timestamp;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.loyalty.v1.EmailOrdered;
import io.smartcrm.proto.loyalty.v1.StrategyActionDone;
import io.smartcrm.proto.loyalty.v1.StrategyActionEvent;
import io.smartcrm.proto.loyalty.v1.TaskOrdered;
import io.smartcrm.wire.Topics;
import java.time.Instant;
import java.util.Map;

/** What the suite learns about actions. */
final class ActionEvents {
    private ActionEvents() {}

    static OutboxEvent done(ActionRecord action, Action what, Instant now) {
        var fact = StrategyActionDone.newBuilder()
                .setActionId(action.id().toString())
                .setStrategyId(action.strategy().toString())
                .setStrategyVersion(action.version())
                .setCustomerId(action.customer().toString())
                .setKind(action.kind().name())
                .setDoneTime(
                        Timestamp.newBuilder().setSeconds(now.getEpochSecond()).setNanos(now.getNano()));
        if (what instanceof Action.Publish publish) {
            fact.setName(publish.name()).putAllAttributes(publish.attributes());
        }
        var done = fact.build();
        var event = StrategyActionEvent.newBuilder().setStrategyActionDone(done).build();
        return OutboxEvent.of(Topics.STRATEGY_ACTIONS, action.customer().toString(), done, event);
    }

    static OutboxEvent ordered(ActionRecord action, Action.Email email, String purpose, Map<String, String> facts) {
        var ordered = EmailOrdered.newBuilder()
                .setActionId(action.id().toString())
                .setStrategyId(action.strategy().toString())
                .setCustomerId(action.customer().toString())
                .setPurpose(purpose)
                .setSubject(email.subject())
                .setText(email.text())
                .setHtml(email.html())
                .putAllFacts(facts)
                .build();
        var event = StrategyActionEvent.newBuilder().setEmailOrdered(ordered).build();
        return OutboxEvent.of(Topics.STRATEGY_ACTIONS, action.customer().toString(), ordered, event);
    }

    static OutboxEvent ordered(ActionRecord action, Action.Task task) {
        var ordered = TaskOrdered.newBuilder()
                .setActionId(action.id().toString())
                .setStrategyId(action.strategy().toString())
                .setCustomerId(action.customer().toString())
                .setSubject(task.subject())
                .setUrgency(task.urgency().name())
                .build();
        var event = StrategyActionEvent.newBuilder().setTaskOrdered(ordered).build();
        return OutboxEvent.of(Topics.STRATEGY_ACTIONS, action.customer().toString(), ordered, event);
    }
}
