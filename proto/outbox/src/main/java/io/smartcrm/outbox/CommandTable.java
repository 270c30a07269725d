package io.smartcrm.outbox;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The table of commands on one JDBC connection; {@link CommandLog} keeps it for reactive sessions. */
final class CommandTable {
    private static final String CLAIM =
            "insert into command (principal, request_id, request_hash) values (?, ?, ?) on conflict do nothing";
    private static final String READ =
            "select request_hash, sealed_response from command where principal = ? and request_id = ?";
    private static final String ANSWER = """
            update command set sealed_response = ?, about = string_to_array(?, ',')::uuid[]
            where principal = ? and request_id = ?""";

    private final Connection connection;

    CommandTable(Connection connection) {
        this.connection = connection;
    }

    /** What was answered to the command before; empty when it is new, and then it is the caller's to carry out. */
    <T extends Message> Optional<T> claim(CommandRequest command, Parser<T> parser) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, command.principal());
            claim.setString(2, command.requestId());
            claim.setBytes(3, command.hash());
            if (claim.executeUpdate() == 1) {
                return Optional.empty();
            }
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, command.principal());
            read.setString(2, command.requestId());
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return Optional.of(command.repeat(parser, row.getBytes(1), row.getBytes(2)));
            }
        }
    }

    void remember(CommandRequest command, Message answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANSWER)) {
            statement.setBytes(1, command.seal(answer));
            statement.setString(2, command.about(answer));
            statement.setString(3, command.principal());
            statement.setString(4, command.requestId());
            statement.executeUpdate();
        }
    }
}
