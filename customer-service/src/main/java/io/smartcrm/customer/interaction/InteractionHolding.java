package io.smartcrm.customer.interaction;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** Interactions, devices and the names that were unknown once, as what is held about a customer. */
@ApplicationScoped
class InteractionHolding implements CustomerHolding {
    private static final int FETCH = 500;
    private static final String RETURNED = InteractionTable.COLUMNS.replaceAll("(\\w+)", "interaction.$1");
    private static final String EXPORT =
            "select " + InteractionTable.COLUMNS + " from interaction where customer_id = ? order by occur_time, id";
    private static final String CARRY =
            "update interaction set customer_id = ?, version = version + 1 where customer_id = ? returning " + RETURNED;
    private static final String BRING_BACK = """
        update interaction set customer_id = ?, version = version + 1
        from unnest(?::uuid[], ?::timestamptz[]) as told (id, occur_time)
        where interaction.id = told.id and interaction.occur_time = told.occur_time
            and interaction.customer_id = ?
        returning
        """ + RETURNED;
    private static final String CARRY_USERS =
            "update unknown_user set customer_id = ? where customer_id = ? returning id::text";
    private static final String BRING_USERS_BACK =
            "update unknown_user set customer_id = ? where id::text = any (?) and customer_id = ?";
    private static final String CARRY_VISITORS =
            "update visitor set customer_id = ? where customer_id = ? returning anonymous_id";
    private static final String BRING_VISITORS_BACK =
            "update visitor set customer_id = ? where anonymous_id = any (?) and customer_id = ?";
    private static final String ERASE = "delete from interaction where customer_id = ?";
    private static final String ERASE_VISITORS = "delete from visitor where customer_id = ?";
    private static final String ERASE_USERS = "delete from unknown_user where customer_id = ?";
    private static final String VISITOR = "visitor ";
    private static final String USER = "user ";

    private final Outbox outbox;

    InteractionHolding(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "interactions";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPORT)) {
            statement.setFetchSize(FETCH);
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    receiver.accept(told(InteractionTable.interaction(rows)));
                }
            }
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        JoinTable.awaitRecordings(connection);
        List<String> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(CARRY)) {
            statement.setObject(1, to);
            statement.setObject(2, from);
            List<Interaction> carried = InteractionTable.read(statement);
            outbox.append(connection, InteractionEvents.recorded(carried));
            carried.forEach(moved -> keys.add(moved.id() + " " + moved.occurTime()));
        }
        keys.addAll(carry(connection, CARRY_VISITORS, from, to, VISITOR));
        keys.addAll(carry(connection, CARRY_USERS, from, to, USER));
        return keys;
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        List<Object> times = new ArrayList<>();
        List<String> visitors = new ArrayList<>();
        List<String> users = new ArrayList<>();
        for (String key : keys) {
            if (key.startsWith(VISITOR)) {
                visitors.add(key.substring(VISITOR.length()));
                continue;
            }
            if (key.startsWith(USER)) {
                users.add(key.substring(USER.length()));
                continue;
            }
            int space = key.indexOf(' ');
            ids.add(UUID.fromString(key.substring(0, space)));
            times.add(InteractionTable.time(Instant.parse(key.substring(space + 1))));
        }
        try (PreparedStatement statement = connection.prepareStatement(BRING_BACK)) {
            statement.setObject(1, from);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            statement.setArray(3, connection.createArrayOf("timestamptz", times.toArray()));
            statement.setObject(4, to);
            outbox.append(connection, InteractionEvents.recorded(InteractionTable.read(statement)));
        }
        bringBack(connection, BRING_VISITORS_BACK, from, to, visitors);
        bringBack(connection, BRING_USERS_BACK, from, to, users);
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        JoinTable.awaitRecordings(connection);
        return delete(connection, ERASE, customer)
                + delete(connection, ERASE_VISITORS, customer)
                + delete(connection, ERASE_USERS, customer);
    }

    private static List<String> carry(Connection connection, String sql, UUID from, UUID to, String prefix)
            throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, to);
            statement.setObject(2, from);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    keys.add(prefix + rows.getString(1));
                }
            }
        }
        return keys;
    }

    private static void bringBack(Connection connection, String sql, UUID from, UUID to, List<String> keys)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, from);
            statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
            statement.setObject(3, to);
            statement.executeUpdate();
        }
    }

    private static long delete(Connection connection, String sql, UUID customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, customer);
            return statement.executeUpdate();
        }
    }

    private static Map<String, Object> told(Interaction interaction) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", interaction.id().toString());
        told.put("occurTime", interaction.occurTime().toString());
        told.put("direction", interaction.direction().name());
        told.put("type", interaction.type());
        told.put("channel", interaction.channel());
        told.put("name", interaction.name());
        told.put("anonymousId", interaction.anonymousId());
        interaction.productId().ifPresent(product -> told.put("productId", product.toString()));
        told.put("properties", interaction.properties());
        interaction.deliveries().ifPresent(reported -> {
            Map<String, Object> times = new LinkedHashMap<>();
            reported.times().forEach((state, time) -> times.put(state.name(), time.toString()));
            told.put("deliveryState", reported.state().name());
            told.put("deliveries", times);
        });
        return told;
    }
}
