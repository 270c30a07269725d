package io.smartcrm.loyalty.delivery;

import com.google.protobuf.Timestamp;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.outbox.OutboxEvent;
import io.smartcrm.proto.loyalty.v1.StrategyActionDone;
import io.smartcrm.proto.loyalty.v1.StrategyActionEvent;
import io.smartcrm.wire.Topics;
import java.time.Instant;

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
}
