package io.smartcrm.customer.supportcase;

import io.smartcrm.customer.vault.DataKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The messages of cases within one transaction of a JDBC connection, sealed with a customer's key. */
final class CaseMessages {
    private static final String FIELD = "case.message";
    private static final String INSERT = """
        insert into support_case_message (case_id, number, author, written_by, text, send_time)
        values (?, ?, ?, ?, ?, ?)\
        """;
    private static final String PAGE = """
        select number, author, written_by, text, send_time from support_case_message
        where case_id = ? and number > ? order by number limit ?\
        """;
    private static final String SEAL = "update support_case_message set text = ? where case_id = ? and number = ?";

    private final Connection connection;
    private final DataKey key;

    CaseMessages(Connection connection, DataKey key) {
        this.connection = connection;
        this.key = key;
    }

    void add(CaseId id, CaseMessage message) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, id.value());
            statement.setInt(2, message.number());
            statement.setString(3, message.author().name());
            statement.setString(4, message.writtenBy());
            statement.setBytes(5, key.seal(FIELD, message.text()));
            statement.setObject(6, message.sendTime().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    List<CaseMessage> page(CaseId id, int afterNumber, int limit) throws SQLException {
        List<CaseMessage> messages = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(PAGE)) {
            statement.setObject(1, id.value());
            statement.setInt(2, afterNumber);
            statement.setInt(3, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    messages.add(new CaseMessage(
                            row.getInt(1),
                            CaseAuthor.valueOf(row.getString(2)),
                            row.getString(3),
                            key.open(FIELD, row.getBytes(4)),
                            row.getObject(5, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return messages;
    }

    List<CaseMessage> all(CaseId id) throws SQLException {
        return page(id, 0, Integer.MAX_VALUE);
    }

    /** Seals the texts of a case with the key of the customer it belongs to now. */
    void sealAgain(CaseId id, List<CaseMessage> messages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
            for (CaseMessage message : messages) {
                statement.setBytes(1, key.seal(FIELD, message.text()));
                statement.setObject(2, id.value());
                statement.setInt(3, message.number());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
