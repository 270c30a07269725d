package io.smartcrm.customer.interaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Message ids that are known, within one transaction of a JDBC connection. */
final class MessageTable {
    /** Another transaction that claims the same id is waited for: it may yet roll back. */
    private static final String CLAIM = """
        insert into interaction_message (message, week)
        select told.message, ?::date from unnest(?::uuid[]) as told (message)
        where not exists (select from interaction_message known where known.message = told.message)
        order by told.message on conflict do nothing returning message\
        """;

    private static final String RELEASE = "delete from interaction_message where message = any (?)";

    private final Connection connection;

    MessageTable(Connection connection) {
        this.connection = connection;
    }

    /** The name under which a message id is remembered. */
    static UUID name(String messageId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** They may be told again, as new ones. */
    void release(Collection<UUID> messages) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setArray(1, connection.createArrayOf("uuid", messages.toArray()));
            statement.executeUpdate();
        }
    }

    /** Those that were not known; they are from now on. */
    Set<UUID> claim(Collection<UUID> messages, LocalDate today) throws SQLException {
        Set<UUID> fresh = new HashSet<>();
        if (messages.isEmpty()) {
            return fresh;
        }
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, Partitions.monday(today));
            statement.setArray(2, connection.createArrayOf("uuid", messages.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    fresh.add(rows.getObject(1, UUID.class));
                }
            }
        }
        return fresh;
    }
}
