package io.smartcrm.loyalty.strategy;

import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.strategy.Condition.Operator;
import io.smartcrm.loyalty.strategy.Definition.Exclusion;
import io.smartcrm.loyalty.strategy.Definition.Limits;
import io.smartcrm.loyalty.strategy.Definition.Purpose;
import io.smartcrm.loyalty.strategy.Definition.Step;
import io.smartcrm.loyalty.strategy.Trigger.Crossing;
import io.smartcrm.loyalty.strategy.Trigger.Crossing.Direction;
import io.smartcrm.loyalty.strategy.Trigger.Schedule;
import io.smartcrm.loyalty.strategy.Trigger.Schedule.Cadence;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A strategy that most shops need, ready to be written as it is. */
public record Template(String name, Definition definition) {

    private static final double HOLD_OUT = 0.1;
    private static final int WINDOW_DAYS = 30;
    private static final int NEVER_MIND_DAYS = 7;

    /** All of them; those further up go first where two want the same customer. */
    public static List<Template> all() {
        List<Template> templates = List.of(
                of(
                        "WELCOME",
                        "Thanks who bought for the first time, while the shop is still on their mind.",
                        Purpose.REWARD,
                        lifecycle(LifecycleState.Name.NEW),
                        List.of(),
                        List.of(points(50), offer("Welcome", "Your first points are on your account.")),
                        once(3650)),
                of(
                        "SECOND_PURCHASE",
                        "Brings back who bought once: most customers who do not buy again within two months never do.",
                        Purpose.COMMUNICATION,
                        daily(),
                        List.of(
                                Condition.of(Fact.ORDERS, Operator.EQUAL_TO, 1),
                                Condition.of(Fact.DAYS_SINCE_ORDER, Operator.AT_LEAST, 21),
                                Condition.of(Fact.DAYS_SINCE_ORDER, Operator.AT_MOST, 60)),
                        List.of(
                                points(100),
                                new Action.Email(
                                        "Something for your second order",
                                        "Dear {{name}},\n\nwe have put 100 points on your account; you have {{points}}"
                                                + " now.\n",
                                        "")),
                        asked(3650)),
                of(
                        "WIN_BACK",
                        "Makes customers who have lapsed an offer.",
                        Purpose.REWARD,
                        lifecycle(LifecycleState.Name.LAPSED),
                        List.of(Condition.of(Fact.ORDERS, Operator.AT_LEAST, 2)),
                        List.of(points(300), offer("We miss you", "300 points for your return.")),
                        once(365)),
                of(
                        "VALUABLE_AND_LEAVING",
                        "Speaks to customers who were worth much when they probably stop buying, before they are gone.",
                        Purpose.REWARD,
                        new Crossing(Fact.ALIVE, Direction.DOWN, 0.5),
                        List.of(Condition.of(Fact.MONETARY_SCORE, Operator.AT_LEAST, 4)),
                        List.of(points(200), offer("For our best customers", "200 points as a thank-you.")),
                        once(180)),
                of(
                        "BIRTHDAY",
                        "Congratulates on the birthday, when the attribute is known.",
                        Purpose.REWARD,
                        daily(),
                        List.of(Condition.of(Fact.DAYS_TO_BIRTHDAY, Operator.EQUAL_TO, 0)),
                        List.of(points(100), offer("Happy birthday", "100 points are our present.")),
                        once(300)),
                of(
                        "TIER_NUDGE",
                        "Tells who is close to the next tier how little is missing.",
                        Purpose.COMMUNICATION,
                        weekly(),
                        List.of(
                                Condition.of(Fact.TO_NEXT_TIER, Operator.ABOVE, 0),
                                Condition.of(Fact.TO_NEXT_TIER, Operator.AT_MOST, 100)),
                        List.of(offer("Nearly there", "One more order and you are in the next tier.")),
                        once(60)),
                of(
                        "SERVICE_RECOVERY",
                        "Makes good a case that was rated badly.",
                        Purpose.SERVICE,
                        new Trigger.Event(Trigger.Kind.CASE_RATED),
                        List.of(Condition.of(Fact.LAST_RATING, Operator.AT_MOST, 2)),
                        List.of(
                                points(100),
                                new Action.Task("Call: rated our service badly", Action.Task.Urgency.HIGH)),
                        once(30)),
                of(
                        "REPLENISHMENT",
                        "Reminds customers when as much time has passed as usually does between their orders.",
                        Purpose.COMMUNICATION,
                        new Crossing(Fact.ORDER_GAP, Direction.UP, 1),
                        List.of(Condition.of(Fact.ORDERS, Operator.AT_LEAST, 3)),
                        List.of(offer("Time for more?", "Order again what you liked.")),
                        once(30)),
                of(
                        "POINTS_EXPIRING",
                        "Reminds of points that expire within thirty days.",
                        Purpose.COMMUNICATION,
                        weekly(),
                        List.of(Condition.of(Fact.POINTS_EXPIRING, Operator.AT_LEAST, 100)),
                        List.of(new Action.Email(
                                "{{points_expiring}} points expire soon",
                                "Dear {{name}},\n\n{{points_expiring}} of your {{points}} points expire within thirty"
                                        + " days. Take a reward before they do.\n",
                                "")),
                        asked(25)),
                of(
                        "BIG_ORDER",
                        "Thanks for an order far above the usual.",
                        Purpose.REWARD,
                        new Trigger.Event(Trigger.Kind.ORDER_PLACED),
                        List.of(Condition.of(Fact.ORDER_AMOUNT, Operator.AT_LEAST, 50_000)),
                        List.of(points(250)),
                        once(90)));
        List<Template> ranked = new ArrayList<>();
        for (Template template : templates) {
            ranked.add(new Template(template.name, template.definition.ranked(templates.size() - ranked.size())));
        }
        return ranked;
    }

    private static Template of(
            String name,
            String description,
            Purpose purpose,
            Trigger trigger,
            List<Condition> conditions,
            List<Action> actions,
            Limits limits) {
        return new Template(
                name,
                new Definition(
                        name.charAt(0)
                                + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '),
                        description,
                        purpose,
                        trigger,
                        Optional.empty(),
                        conditions,
                        actions.stream().map(action -> new Step(action, 0)).toList(),
                        limits,
                        HOLD_OUT,
                        0,
                        WINDOW_DAYS));
    }

    private static Action points(long points) {
        return new Action.Points(points);
    }

    private static Action offer(String title, String text) {
        return new Action.Offer("home-top", title, text, List.of(), 14);
    }

    private static Trigger lifecycle(LifecycleState.Name to) {
        return new Trigger.Lifecycle(Set.of(), Set.of(to));
    }

    private static Trigger daily() {
        return new Schedule(Cadence.DAILY, 0, LocalTime.of(8, 0), ZoneOffset.UTC);
    }

    private static Trigger weekly() {
        return new Schedule(Cadence.WEEKLY, 2, LocalTime.of(8, 0), ZoneOffset.UTC);
    }

    /** As {@link #once}, of those who agreed to be written to, by day. */
    private static Limits asked(int days) {
        return new Limits(
                1,
                days,
                0,
                Optional.of(new QuietHours(LocalTime.of(20, 0), LocalTime.of(8, 0), ZoneOffset.UTC)),
                Optional.of("marketing"),
                Optional.of(new Exclusion("customer care", NEVER_MIND_DAYS)));
    }

    /** In so many days; strategies from here leave alone for a week whom another served. */
    private static Limits once(int days) {
        return new Limits(
                1,
                days,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Exclusion("customer care", NEVER_MIND_DAYS)));
    }
}
