package io.smartcrm.loyalty.marketing;

import com.google.protobuf.Timestamp;
import io.smartcrm.loyalty.database.Fields;
import io.smartcrm.loyalty.delivery.ActionRecord;
import io.smartcrm.loyalty.delivery.OfferTable;
import io.smartcrm.loyalty.strategy.Action;
import io.smartcrm.loyalty.strategy.Definition.Step;
import io.smartcrm.loyalty.strategy.Refused;
import io.smartcrm.proto.loyalty.v1.CallWebhook;
import io.smartcrm.proto.loyalty.v1.CustomerOffer;
import io.smartcrm.proto.loyalty.v1.GiveVoucher;
import io.smartcrm.proto.loyalty.v1.GrantPoints;
import io.smartcrm.proto.loyalty.v1.OpenTask;
import io.smartcrm.proto.loyalty.v1.PublishEvent;
import io.smartcrm.proto.loyalty.v1.SendEmail;
import io.smartcrm.proto.loyalty.v1.ShowOffer;
import io.smartcrm.proto.loyalty.v1.StrategyAction;
import io.smartcrm.proto.loyalty.v1.StrategyActionRecord;
import io.smartcrm.proto.loyalty.v1.StrategyActionState;
import io.smartcrm.proto.loyalty.v1.TaskUrgency;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Actions as messages. */
final class ActionMessagesGrpc {
    private static final Pattern SLOT = Pattern.compile("[A-Za-z0-9-]{1,40}");
    private static final int MAX_PRODUCTS = 50;
    private static final int MAX_ATTRIBUTES = 20;
    private static final int MAX_URL = 2000;
    private static final int OFFER_DAYS = 30;
    private static final long MAX_COST = 100_000_000;

    private ActionMessagesGrpc() {}

    static List<Step> steps(List<StrategyAction> messages) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String field = "actions[" + i + "]";
            StrategyAction message = messages.get(i);
            steps.add(new Step(
                    action(field, message),
                    Fields.number(field + ".costMinorUnits", message.getCostMinorUnits(), 0, MAX_COST)));
        }
        return steps;
    }

    private static Action action(String field, StrategyAction message) {
        return switch (message.getActionCase()) {
            case POINTS -> new Action.Points(message.getPoints().getPoints());
            case VOUCHER ->
                new Action.Voucher(Fields.id(
                        field + ".voucher.rewardId", message.getVoucher().getRewardId()));
            case OFFER -> offer(field + ".offer", message.getOffer());
            case PUBLISH ->
                new Action.Publish(
                        Fields.text(
                                field + ".publish.name", message.getPublish().getName(), 1, 100),
                        attributes(field + ".publish", message.getPublish().getAttributesMap()));
            case WEBHOOK ->
                new Action.Webhook(
                        url(field + ".webhook.url", message.getWebhook().getUrl()),
                        attributes(field + ".webhook", message.getWebhook().getAttributesMap()));
            case EMAIL -> email(field + ".email", message.getEmail());
            case TASK ->
                new Action.Task(
                        Fields.text(field + ".task.subject", message.getTask().getSubject(), 1, 300),
                        urgency(message.getTask().getUrgency()));
            case ACTION_NOT_SET ->
                throw new Refused(field, "must be one of points, voucher, offer, publish, webhook, email or task");
        };
    }

    private static Action.Email email(String field, SendEmail message) {
        return new Action.Email(
                Fields.text(field + ".subject", message.getSubject(), 1, 200),
                Fields.text(field + ".text", message.getText(), 1, 20_000),
                Fields.text(field + ".html", message.getHtml(), 0, 100_000));
    }

    private static Action.Task.Urgency urgency(TaskUrgency urgency) {
        return switch (urgency) {
            case TASK_URGENCY_LOW -> Action.Task.Urgency.LOW;
            case TASK_URGENCY_HIGH -> Action.Task.Urgency.HIGH;
            case TASK_URGENCY_URGENT -> Action.Task.Urgency.URGENT;
            case TASK_URGENCY_NORMAL, TASK_URGENCY_UNSPECIFIED, UNRECOGNIZED -> Action.Task.Urgency.NORMAL;
        };
    }

    private static Action.Offer offer(String field, ShowOffer message) {
        if (!SLOT.matcher(message.getSlot()).matches()) {
            throw new Refused(field + ".slot", "must have 1 to 40 letters, digits and hyphens");
        }
        if (message.getProductIdsCount() > MAX_PRODUCTS) {
            throw new Refused(field + ".productIds", "are more than " + MAX_PRODUCTS);
        }
        return new Action.Offer(
                message.getSlot(),
                Fields.text(field + ".title", message.getTitle(), 1, 200),
                Fields.text(field + ".text", message.getText(), 0, 2000),
                message.getProductIdsList().stream()
                        .map(id -> Fields.id(field + ".productIds", id))
                        .toList(),
                DefinitionMessagesGrpc.days(field + ".days", message.getDays(), OFFER_DAYS, 365));
    }

    private static Map<String, String> attributes(String field, Map<String, String> attributes) {
        if (attributes.size() > MAX_ATTRIBUTES) {
            throw new Refused(field + ".attributes", "are more than " + MAX_ATTRIBUTES);
        }
        attributes.forEach((name, value) -> {
            Fields.text(field + ".attributes", name, 1, 100);
            Fields.text(field + ".attributes." + name, value, 0, 1000);
        });
        return attributes;
    }

    private static URI url(String field, String text) {
        try {
            return new URI(Fields.text(field, text, 1, MAX_URL));
        } catch (URISyntaxException malformed) {
            throw new Refused(field, "is not a URL");
        }
    }

    static StrategyAction message(Step step) {
        var message = StrategyAction.newBuilder().setCostMinorUnits(step.costMinorUnits());
        Action action = step.action();
        if (action instanceof Action.Points points) {
            message.setPoints(GrantPoints.newBuilder().setPoints(points.points()));
        }
        if (action instanceof Action.Voucher voucher) {
            message.setVoucher(
                    GiveVoucher.newBuilder().setRewardId(voucher.reward().toString()));
        }
        if (action instanceof Action.Offer offer) {
            message.setOffer(ShowOffer.newBuilder()
                    .setSlot(offer.slot())
                    .setTitle(offer.title())
                    .setText(offer.text())
                    .addAllProductIds(
                            offer.products().stream().map(UUID::toString).toList())
                    .setDays(offer.days()));
        }
        if (action instanceof Action.Publish publish) {
            message.setPublish(
                    PublishEvent.newBuilder().setName(publish.name()).putAllAttributes(publish.attributes()));
        }
        if (action instanceof Action.Webhook webhook) {
            message.setWebhook(
                    CallWebhook.newBuilder().setUrl(webhook.url().toString()).putAllAttributes(webhook.attributes()));
        }
        if (action instanceof Action.Email email) {
            message.setEmail(SendEmail.newBuilder()
                    .setSubject(email.subject())
                    .setText(email.text())
                    .setHtml(email.html()));
        }
        if (action instanceof Action.Task task) {
            message.setTask(OpenTask.newBuilder()
                    .setSubject(task.subject())
                    .setUrgency(
                            TaskUrgency.valueOf("TASK_URGENCY_" + task.urgency().name())));
        }
        return message.build();
    }

    static StrategyActionRecord message(ActionRecord action) {
        var message = StrategyActionRecord.newBuilder()
                .setId(action.id().toString())
                .setStrategyId(action.strategy().toString())
                .setStrategyVersion(action.version())
                .setCustomerId(action.customer().toString())
                .setKind(action.kind().name())
                .setState(StrategyActionState.valueOf(
                        "STRATEGY_ACTION_STATE_" + action.state().name()))
                .setOutcome(action.outcome())
                .setOccasion(action.occasion())
                .setAttempts(action.attempts())
                .setDueTime(timestamp(action.dueTime()))
                .setCreateTime(timestamp(action.createTime()));
        action.endTime().map(ActionMessagesGrpc::timestamp).ifPresent(message::setEndTime);
        return message.build();
    }

    static CustomerOffer message(OfferTable.Offer offer) {
        return CustomerOffer.newBuilder()
                .setId(offer.id().toString())
                .setStrategyId(offer.strategy().toString())
                .setSlot(offer.slot())
                .setTitle(offer.title())
                .setText(offer.text())
                .addAllProductIds(offer.products().stream().map(UUID::toString).toList())
                .setStartTime(timestamp(offer.startTime()))
                .setEndTime(timestamp(offer.endTime()))
                .build();
    }

    static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }
}
