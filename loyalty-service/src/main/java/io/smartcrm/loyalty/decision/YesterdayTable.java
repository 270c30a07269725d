package io.smartcrm.loyalty.decision;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.loyalty.lifecycle.LifecycleState;
import io.smartcrm.loyalty.occasion.Occasion;
import io.smartcrm.loyalty.strategy.Trigger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What happened on the last day known. */
final class YesterdayTable {
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST = 20_000;
    private static final String ORDERS = """
            select customer_id, order_id, order_time, abs(minor_units) as amount from activity_order
            where order_time > ? and order_time <= ? and kind = ? and customer_id is not null order by order_time limit ?""";
    private static final String RATINGS = """
            select customer_id, case_id, rate_time from case_rating
            where rate_time > ? and rate_time <= ? and satisfaction > 0 order by rate_time limit ?""";
    private static final String TRANSITIONS = """
            select customer_id, from_state, to_state, change_time from lifecycle_transition
            where change_time > ? and change_time <= ? order by change_time limit ?""";
    private static final String MEMBERS = """
            select customer_id, enter_time from segment_member
            where segment_id = ? and enter_time > ? and enter_time <= ? order by enter_time limit ?""";

    private final Connection connection;
    private final Instant now;
    private final Instant asOf;

    YesterdayTable(Connection connection, Instant now, Instant asOf) {
        this.connection = connection;
        this.now = now;
        this.asOf = asOf;
    }

    List<Occasion> orders(Trigger.Kind kind) throws SQLException {
        return Rows.none(connection)
                .value(asOf.minus(DAY))
                .value(asOf)
                .value(kind == Trigger.Kind.ORDER_PLACED ? "SALE" : "REFUND")
                .value(MOST)
                .query(
                        ORDERS,
                        row -> Occasion.of(
                                        kind,
                                        row.getObject("customer_id", UUID.class),
                                        "order/" + row.getString("order_id"),
                                        Rows.time(row, "order_time"))
                                .worth(row.getLong("amount")));
    }

    List<Occasion> ratings() throws SQLException {
        return Rows.none(connection)
                .value(now.minus(DAY))
                .value(now)
                .value(MOST)
                .query(
                        RATINGS,
                        row -> Occasion.of(
                                Trigger.Kind.CASE_RATED,
                                row.getObject("customer_id", UUID.class),
                                "case/" + row.getString("case_id"),
                                Rows.time(row, "rate_time")));
    }

    List<Occasion> transitions(Trigger.Lifecycle trigger) throws SQLException {
        return Rows.none(connection)
                .value(asOf.minus(DAY))
                .value(asOf)
                .value(MOST)
                .query(
                        TRANSITIONS,
                        row -> Occasion.of(
                                        Trigger.Kind.LIFECYCLE,
                                        row.getObject("customer_id", UUID.class),
                                        "lifecycle/" + row.getString("change_time"),
                                        Rows.time(row, "change_time"))
                                .between(row.getString("from_state"), row.getString("to_state")))
                .stream()
                .filter(occasion -> trigger.matches(
                        LifecycleState.Name.valueOf(occasion.from()), LifecycleState.Name.valueOf(occasion.to())))
                .toList();
    }

    List<Occasion> members(UUID segment) throws SQLException {
        return Rows.none(connection)
                .value(segment)
                .value(now.minus(DAY))
                .value(now)
                .value(MOST)
                .query(
                        MEMBERS,
                        row -> Occasion.of(
                                Trigger.Kind.SEGMENT,
                                row.getObject("customer_id", UUID.class),
                                "segment/" + segment,
                                Rows.time(row, "enter_time")));
    }

    List<Occasion> beyond(List<UUID> customers) {
        return customers.stream()
                .map(customer -> Occasion.of(Trigger.Kind.CROSSING, customer, "crossing/" + now, now))
                .toList();
    }

    static int most() {
        return MOST;
    }
}
