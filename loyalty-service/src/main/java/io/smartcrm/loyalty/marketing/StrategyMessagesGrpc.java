package io.smartcrm.loyalty.marketing;

import io.smartcrm.loyalty.campaign.Strategy;
import io.smartcrm.loyalty.campaign.StrategyTable;
import io.smartcrm.loyalty.decision.Preview;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.loyalty.strategy.Definition;
import io.smartcrm.loyalty.strategy.Definition.Step;
import io.smartcrm.proto.loyalty.v1.PassedCount;
import io.smartcrm.proto.loyalty.v1.PreviewStrategyResponse;
import io.smartcrm.proto.loyalty.v1.StrategyState;
import io.smartcrm.proto.loyalty.v1.StrategyVersion;
import java.util.UUID;

/** Strategies as messages. */
final class StrategyMessagesGrpc {
    private StrategyMessagesGrpc() {}

    static io.smartcrm.proto.loyalty.v1.Strategy message(Strategy strategy) {
        return io.smartcrm.proto.loyalty.v1.Strategy.newBuilder()
                .setId(strategy.id().toString())
                .setDefinition(DefinitionMessagesGrpc.message(strategy.definition()))
                .setVersion(strategy.version())
                .setState(StrategyState.valueOf(
                        "STRATEGY_STATE_" + strategy.state().name()))
                .setPauseReason(strategy.pauseReason())
                .setReach(strategy.reach())
                .setCreateTime(ActionMessagesGrpc.timestamp(strategy.createTime()))
                .setUpdateTime(ActionMessagesGrpc.timestamp(strategy.updateTime()))
                .setEtag(Long.toString(strategy.etag()))
                .build();
    }

    static StrategyVersion message(StrategyTable.Version version) {
        return StrategyVersion.newBuilder()
                .setVersion(version.number())
                .setDefinition(DefinitionMessagesGrpc.message(version.definition()))
                .setAuthor(version.author())
                .setCreateTime(ActionMessagesGrpc.timestamp(version.createTime()))
                .build();
    }

    static PreviewStrategyResponse message(Preview preview, Definition definition) {
        long points = definition.steps().stream()
                .map(Step::action)
                .mapToLong(action -> action instanceof Action.Points grant ? grant.points() : 0)
                .sum();
        long cost = definition.steps().stream().mapToLong(Step::costMinorUnits).sum();
        var message = PreviewStrategyResponse.newBuilder()
                .setCandidates(preview.candidates())
                .setActing(preview.acting())
                .setHeldOut(preview.heldOut())
                .addAllCustomerIds(preview.sample().stream().map(UUID::toString).toList())
                .setPoints(preview.acting() * points)
                .setCostMinorUnits(preview.acting() * cost)
                .setBasis(preview.basis())
                .setShare(preview.share());
        preview.passed()
                .forEach((reason, customers) -> message.addPassed(
                        PassedCount.newBuilder().setReason(reason.name()).setCustomers(customers)));
        return message.build();
    }
}
