package io.smartcrm.loyalty.marketing;

import io.smartcrm.loyalty.result.StrategyResult;
import io.smartcrm.loyalty.uplift.Estimate;
import io.smartcrm.loyalty.uplift.Group;
import io.smartcrm.proto.loyalty.v1.StrategyCount;
import io.smartcrm.proto.loyalty.v1.StrategyEstimate;
import io.smartcrm.proto.loyalty.v1.StrategyGroup;
import io.smartcrm.proto.loyalty.v1.StrategyResults;

/** Results as messages. */
final class ResultMessagesGrpc {
    private ResultMessagesGrpc() {}

    static StrategyResults message(StrategyResult result) {
        var message = StrategyResults.newBuilder()
                .setCurrencyCode(result.currencyCode())
                .setWindowDays(result.windowDays())
                .setWaiting(result.waiting())
                .setServed(message(result.served()))
                .setHeldOut(message(result.heldOut()))
                .setPoints(result.points())
                .setCostMinorUnits(result.cost());
        result.uplift()
                .ifPresent(uplift -> message.setConversionUplift(message(uplift.conversion()))
                        .setSpendingUplift(message(uplift.spending())));
        result.gain().ifPresent(gain -> message.setGain(message(gain)));
        result.actions().forEach(count -> message.addActions(message(count)));
        result.passes().forEach(count -> message.addPassed(message(count)));
        return message.build();
    }

    private static StrategyGroup message(Group group) {
        return StrategyGroup.newBuilder()
                .setCustomers(group.customers())
                .setBuyers(group.buyers())
                .setConversion(group.conversion())
                .setMeanSpending(group.mean())
                .build();
    }

    private static StrategyEstimate message(Estimate estimate) {
        return StrategyEstimate.newBuilder()
                .setValue(estimate.value())
                .setLow(estimate.low())
                .setHigh(estimate.high())
                .setSignificant(estimate.significant())
                .build();
    }

    private static StrategyCount message(StrategyResult.Count count) {
        return StrategyCount.newBuilder()
                .setName(count.name())
                .setCount(count.count())
                .build();
    }
}
