package io.smartcrm.gateway.strategy;

import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.strategy.StrategyView.CountView;
import io.smartcrm.gateway.strategy.StrategyView.EstimateView;
import io.smartcrm.gateway.strategy.StrategyView.GroupView;
import io.smartcrm.gateway.strategy.StrategyView.ResultsView;
import io.smartcrm.proto.loyalty.v1.StrategyCount;
import io.smartcrm.proto.loyalty.v1.StrategyEstimate;
import io.smartcrm.proto.loyalty.v1.StrategyGroup;
import io.smartcrm.proto.loyalty.v1.StrategyResults;
import java.util.List;

/** Results on their way back from loyalty-service. */
final class ResultsMessage {
    private ResultsMessage() {}

    static ResultsView view(StrategyResults results) {
        return new ResultsView(
                Messages.text(results.getCurrencyCode()),
                results.getWindowDays(),
                results.getWaiting(),
                view(results.getServed()),
                view(results.getHeldOut()),
                results.hasConversionUplift() ? view(results.getConversionUplift()) : null,
                results.hasSpendingUplift() ? view(results.getSpendingUplift()) : null,
                results.hasGain() ? view(results.getGain()) : null,
                results.getPoints(),
                results.getCostMinorUnits(),
                counts(results.getActionsList()),
                counts(results.getPassedList()));
    }

    private static GroupView view(StrategyGroup group) {
        return new GroupView(group.getCustomers(), group.getBuyers(), group.getConversion(), group.getMeanSpending());
    }

    private static EstimateView view(StrategyEstimate estimate) {
        return new EstimateView(estimate.getValue(), estimate.getLow(), estimate.getHigh(), estimate.getSignificant());
    }

    private static List<CountView> counts(List<StrategyCount> counts) {
        return counts.stream()
                .map(count -> new CountView(count.getName(), count.getCount()))
                .toList();
    }
}
