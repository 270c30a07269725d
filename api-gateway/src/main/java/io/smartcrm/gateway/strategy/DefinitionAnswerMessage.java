package io.smartcrm.gateway.strategy;

import io.smartcrm.gateway.call.Messages;
import io.smartcrm.gateway.strategy.DefinitionView.ActionView;
import io.smartcrm.gateway.strategy.DefinitionView.ConditionView;
import io.smartcrm.gateway.strategy.DefinitionView.CrossingView;
import io.smartcrm.gateway.strategy.DefinitionView.EmailView;
import io.smartcrm.gateway.strategy.DefinitionView.LifecycleView;
import io.smartcrm.gateway.strategy.DefinitionView.LimitsView;
import io.smartcrm.gateway.strategy.DefinitionView.OfferView;
import io.smartcrm.gateway.strategy.DefinitionView.PointsView;
import io.smartcrm.gateway.strategy.DefinitionView.PublishView;
import io.smartcrm.gateway.strategy.DefinitionView.QuietHoursView;
import io.smartcrm.gateway.strategy.DefinitionView.ScheduleView;
import io.smartcrm.gateway.strategy.DefinitionView.SegmentChangeView;
import io.smartcrm.gateway.strategy.DefinitionView.TaskView;
import io.smartcrm.gateway.strategy.DefinitionView.TriggerView;
import io.smartcrm.gateway.strategy.DefinitionView.VoucherView;
import io.smartcrm.gateway.strategy.DefinitionView.WebhookView;
import io.smartcrm.proto.loyalty.v1.ConditionOperator;
import io.smartcrm.proto.loyalty.v1.ShowOffer;
import io.smartcrm.proto.loyalty.v1.StrategyAction;
import io.smartcrm.proto.loyalty.v1.StrategyCondition;
import io.smartcrm.proto.loyalty.v1.StrategyDefinition;
import io.smartcrm.proto.loyalty.v1.StrategyLimits;
import io.smartcrm.proto.loyalty.v1.StrategyTrigger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition on its way back from loyalty-service. */
final class DefinitionAnswerMessage {
    private DefinitionAnswerMessage() {}

    static DefinitionView view(StrategyDefinition message) {
        return new DefinitionView(
                message.getName(),
                Messages.text(message.getDescription()),
                Messages.name(message.getPurpose()),
                view(message.getTrigger()),
                Messages.text(message.getSegmentId()),
                message.getConditionsList().stream()
                        .map(DefinitionAnswerMessage::view)
                        .toList(),
                message.getActionsList().stream()
                        .map(DefinitionAnswerMessage::view)
                        .toList(),
                view(message.getLimits()),
                message.getHoldOut(),
                message.getPriority(),
                message.getWindowDays());
    }

    private static TriggerView view(StrategyTrigger message) {
        return new TriggerView(
                message.hasEvent() ? Messages.name(message.getEvent()) : null,
                message.hasLifecycle()
                        ? new LifecycleView(
                                names(message.getLifecycle().getFromStatesList()),
                                names(message.getLifecycle().getToStatesList()))
                        : null,
                message.hasSegment()
                        ? new SegmentChangeView(
                                message.getSegment().getSegmentId(),
                                message.getSegment().getLeft())
                        : null,
                message.hasCrossing()
                        ? new CrossingView(
                                Messages.name(message.getCrossing().getFact()),
                                message.getCrossing().getDown(),
                                message.getCrossing().getThreshold())
                        : null,
                message.hasSchedule()
                        ? new ScheduleView(
                                Messages.name(message.getSchedule().getCadence()),
                                positive(message.getSchedule().getDay()),
                                message.getSchedule().getTime(),
                                message.getSchedule().getTimeZone())
                        : null);
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Messages::name).toList();
    }

    private static ConditionView view(StrategyCondition message) {
        boolean named = message.getOperator() == ConditionOperator.CONDITION_OPERATOR_ONE_OF
                || message.getOperator() == ConditionOperator.CONDITION_OPERATOR_NONE_OF;
        return new ConditionView(
                Messages.name(message.getFact()),
                Messages.name(message.getOperator()),
                named ? null : message.getNumber(),
                named ? message.getNamesList() : null);
    }

    private static ActionView view(StrategyAction message) {
        return new ActionView(
                message.getCostMinorUnits(),
                message.hasPoints() ? new PointsView(message.getPoints().getPoints()) : null,
                message.hasVoucher() ? new VoucherView(message.getVoucher().getRewardId()) : null,
                message.hasOffer() ? view(message.getOffer()) : null,
                message.hasPublish()
                        ? new PublishView(
                                message.getPublish().getName(),
                                message.getPublish().getAttributesMap())
                        : null,
                message.hasWebhook()
                        ? new WebhookView(
                                message.getWebhook().getUrl(),
                                message.getWebhook().getAttributesMap())
                        : null,
                message.hasEmail()
                        ? new EmailView(
                                message.getEmail().getSubject(),
                                message.getEmail().getText(),
                                Messages.text(message.getEmail().getHtml()))
                        : null,
                message.hasTask()
                        ? new TaskView(
                                message.getTask().getSubject(),
                                Messages.name(message.getTask().getUrgency()))
                        : null);
    }

    private static OfferView view(ShowOffer message) {
        return new OfferView(
                message.getSlot(),
                message.getTitle(),
                Messages.text(message.getText()),
                message.getProductIdsList(),
                message.getDays());
    }

    private static LimitsView view(StrategyLimits message) {
        return new LimitsView(
                positive(message.getPerCustomer()),
                message.getDays(),
                message.getTotal() == 0 ? null : message.getTotal(),
                message.hasQuietHours()
                        ? new QuietHoursView(
                                message.getQuietHours().getFromTime(),
                                message.getQuietHours().getToTime(),
                                message.getQuietHours().getTimeZone())
                        : null,
                Messages.text(message.getConsent()),
                Messages.text(message.getExclusionGroup()),
                positive(message.getExclusionDays()));
    }

    private static @Nullable Integer positive(int number) {
        return number == 0 ? null : number;
    }
}
