package io.smartcrm.loyalty.delivery;

import io.smartcrm.loyalty.database.Rows;
import io.smartcrm.outbox.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What strategies decided and did about a customer. Who is erased leaves decisions to nobody, under a new id that leads nowhere,
 * so that results stay true; what is shown or waits, goes.
 */
@ApplicationScoped
class StrategyData implements PersonalData {
    private static final String HISTORY = """
            select decision.decide_time, strategy.name, decision.held_out, action.kind, action.state
            from strategy_decision decision join strategy on strategy.id = decision.strategy_id
            left join strategy_action action on action.decision_id = decision.id
            where decision.customer_id = ? order by decision.decide_time, action.position""";
    private static final List<String> LEAVE = List.of(
            """
            update strategy_action set state = 'CANCELLED', outcome = 'ERASED', end_time = now(), customer_id = ?
            where customer_id = ? and state in ('DUE', 'ORDERED')""",
            "update strategy_action set outcome = '', customer_id = ? where customer_id = ?",
            "update strategy_decision set occasion = id::text, customer_id = ? where customer_id = ?");
    private static final List<String> FORGET = List.of(
            "delete from strategy_occasion where customer_id = ?",
            "delete from strategy_crossed where customer_id = ?",
            "delete from customer_offer where customer_id = ?");

    @Override
    public String name() {
        return "strategies";
    }

    @Override
    public void export(Connection connection, String customerId, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        Rows.none(connection)
                .value(UUID.fromString(customerId))
                .query(
                        HISTORY,
                        row -> Map.<String, Object>of(
                                "time", Rows.time(row, "decide_time"),
                                "strategy", row.getString("name"),
                                "heldOut", row.getBoolean("held_out"),
                                "action", String.valueOf(row.getString("kind")),
                                "state", String.valueOf(row.getString("state"))))
                .forEach(receiver);
    }

    @Override
    public long erase(Connection connection, String customerId) throws SQLException {
        UUID customer = UUID.fromString(customerId);
        UUID nobody = UUID.randomUUID();
        long records = 0;
        for (String leave : LEAVE) {
            records += Rows.none(connection).value(nobody).value(customer).update(leave);
        }
        for (String forget : FORGET) {
            records += Rows.none(connection).value(customer).update(forget);
        }
        return records;
    }
}
