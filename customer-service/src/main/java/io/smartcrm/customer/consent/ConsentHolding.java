package io.smartcrm.customer.consent;

import io.smartcrm.customer.holding.CustomerHolding;
import io.smartcrm.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/** What customers allow, to hand out, carry over and forget; after each move the last word is found again. */
@ApplicationScoped
class ConsentHolding implements CustomerHolding {
    private static final String EXPORT = "select * from consent_record where customer_id = ? order by record_time, id";
    private static final String[] TEXTS = {"purpose", "channel", "state", "source", "text_version", "evidence"};
    private static final String[] TIMES = {"effective_time", "expire_time", "record_time"};
    /** A word that both have said stays where it is. */
    private static final String MOVE = """
            update consent_record moved set customer_id = ?
            where customer_id = ? and (?::uuid[] is null or id = any (?)) and not exists (
                select from consent_record other
                where other.customer_id = ? and other.purpose = moved.purpose and other.channel = moved.channel
                    and other.effective_time = moved.effective_time and other.state = moved.state)
            returning id""";

    private static final String FORGET_VALID = "delete from consent where customer_id = any (?)";
    private static final String FORGET_WORDS = "delete from consent_record where customer_id = ?";
    private static final String SAID = "select distinct purpose, channel from consent_record where customer_id = ?";

    private final Outbox outbox;

    ConsentHolding(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String name() {
        return "consents";
    }

    @Override
    public void export(Connection connection, UUID customer, Consumer<Map<String, Object>> receiver)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPORT)) {
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> record = new LinkedHashMap<>();
                    for (String column : TEXTS) {
                        record.put(column, rows.getString(column));
                    }
                    for (String column : TIMES) {
                        var time = rows.getTimestamp(column);
                        if (time != null) {
                            record.put(column, time.toInstant().toString());
                        }
                    }
                    receiver.accept(record);
                }
            }
        }
    }

    @Override
    public List<String> carryOver(Connection connection, UUID from, UUID to) throws SQLException {
        return move(connection, from, to, null);
    }

    @Override
    public void bringBack(Connection connection, UUID from, UUID to, List<String> keys) throws SQLException {
        move(connection, to, from, keys.toArray());
    }

    @Override
    public long erase(Connection connection, UUID customer) throws SQLException {
        forgetValid(connection, customer);
        try (PreparedStatement statement = connection.prepareStatement(FORGET_WORDS)) {
            statement.setObject(1, customer);
            return statement.executeUpdate();
        }
    }

    private List<String> move(
            Connection connection, UUID from, UUID to, Object @org.jspecify.annotations.Nullable [] ids)
            throws SQLException {
        List<String> moved = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
            Array chosen = ids == null ? null : connection.createArrayOf("uuid", ids);
            statement.setObject(1, to);
            statement.setObject(2, from);
            statement.setArray(3, chosen);
            statement.setArray(4, chosen);
            statement.setObject(5, to);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    moved.add(rows.getString(1));
                }
            }
        }
        forgetValid(connection, from, to);
        findLastWords(connection, from);
        findLastWords(connection, to);
        return moved;
    }

    private void findLastWords(Connection connection, UUID customer) throws SQLException {
        List<String> purposes = new ArrayList<>();
        List<String> channels = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SAID)) {
            statement.setObject(1, customer);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    purposes.add(rows.getString(1));
                    channels.add(rows.getString(2));
                }
            }
        }
        var changed = new ConsentTable(connection).takeOver(customer, purposes, channels);
        outbox.append(connection, changed.stream().map(ConsentEvents::back).toList());
    }

    private static void forgetValid(Connection connection, UUID... customers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET_VALID)) {
            statement.setArray(1, connection.createArrayOf("uuid", customers));
            statement.executeUpdate();
        }
    }
}
