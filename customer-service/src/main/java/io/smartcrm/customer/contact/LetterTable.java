package io.smartcrm.customer.contact;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Letters in the database, on one JDBC connection. */
final class LetterTable {
    private static final String ORDER = """
            insert into letter (action_id, customer_id, purpose, subject, body, html, facts, state, due_time)
            select ?, customer.id, ?, ?, ?, ?, cast(? as jsonb), 'DUE', now() from customer where id = ?
            on conflict do nothing""";
    /** Whoever does not finish within the lease is thought to be gone. */
    private static final String TAKE = """
            update letter set attempts = attempts + 1, due_time = ? where action_id in (
                select action_id from letter where state = 'DUE' and due_time <= ? order by due_time limit ?
                for update skip locked)
            returning *""";

    private static final String END = """
            update letter set state = ?, outcome = ?, end_time = now() where action_id = ? and state = 'DUE'""";
    private static final String AGAIN = """
            update letter set outcome = ?, due_time = ? where action_id = ? and state = 'DUE'""";
    private static final String AGREED = """
            select from consent where customer_id = ? and purpose = ? and channel = 'email' and state = 'GRANTED'
                and coalesce(expire_time, 'infinity') > now()""";

    private final Connection connection;

    LetterTable(Connection connection) {
        this.connection = connection;
    }

    /** Answers false when there is no such customer, or the letter was ordered before. */
    boolean order(Letter letter) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ORDER)) {
            statement.setObject(1, letter.id());
            statement.setString(2, letter.purpose());
            statement.setString(3, letter.subject());
            statement.setString(4, letter.body());
            statement.setString(5, letter.html());
            statement.setString(6, new JsonObject(new HashMap<>(letter.facts())).encode());
            statement.setObject(7, letter.customer());
            return statement.executeUpdate() == 1;
        }
    }

    boolean ordered(UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select from letter where action_id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    List<Letter> take(Instant now, Instant leaseEnd, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setObject(1, time(leaseEnd));
            statement.setObject(2, time(now));
            statement.setInt(3, limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<Letter> taken = new ArrayList<>();
                while (rows.next()) {
                    taken.add(letter(rows));
                }
                return taken;
            }
        }
    }

    private static Letter letter(ResultSet row) throws SQLException {
        Map<String, String> facts = new HashMap<>();
        new JsonObject(row.getString("facts"))
                .getMap()
                .forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return new Letter(
                row.getObject("action_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("purpose"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("html"),
                facts,
                row.getInt("attempts"));
    }

    /** Answers false when somebody else ended it. */
    boolean end(UUID id, Letter.State state, String outcome) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setString(1, state.name());
            statement.setString(2, outcome);
            statement.setObject(3, id);
            return statement.executeUpdate() == 1;
        }
    }

    void again(UUID id, String outcome, Instant next) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AGAIN)) {
            statement.setString(1, outcome);
            statement.setObject(2, time(next));
            statement.setObject(3, id);
            statement.executeUpdate();
        }
    }

    boolean agreed(UUID customer, String purpose) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AGREED)) {
            statement.setObject(1, customer);
            statement.setString(2, purpose);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
