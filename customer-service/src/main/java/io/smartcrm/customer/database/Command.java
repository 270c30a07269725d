package io.smartcrm.customer.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.smartcrm.wire.Failure;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** A command by the name that its caller gave it; {@code CommandLog} keeps the same table for reactive sessions. */
final class Command {
    private static final String CLAIM =
            "insert into command (principal, request_id, request_hash) values (?, ?, ?) on conflict do nothing";
    private static final String READ =
            "select request_hash, response from command where principal = ? and request_id = ?";
    private static final String ANSWER = "update command set response = ? where principal = ? and request_id = ?";
    private static final int MAX_REQUEST_ID = 200;

    private final String principal;
    private final String requestId;
    private final byte[] hash;

    Command(String principal, String requestId, Message request) {
        if (requestId.length() > MAX_REQUEST_ID) {
            throw Failure.invalid("requestId", "is longer than " + MAX_REQUEST_ID + " characters");
        }
        this.principal = principal;
        this.requestId = requestId;
        this.hash = hash(request);
    }

    /** What was answered to it before; empty when it is new, and then it is the caller's to carry out. */
    Optional<byte[]> claim(Connection connection) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, principal);
            claim.setString(2, requestId);
            claim.setBytes(3, hash);
            if (claim.executeUpdate() == 1) {
                return Optional.empty();
            }
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, principal);
            read.setString(2, requestId);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                if (!Arrays.equals(hash, row.getBytes(1))) {
                    throw new Failure(
                            Failure.Kind.UNPROCESSABLE,
                            "IDEMPOTENCY_KEY_REUSED",
                            "'" + requestId + "' was used for another request; choose a new key");
                }
                return Optional.of(row.getBytes(2));
            }
        }
    }

    void remember(Connection connection, Message answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANSWER)) {
            statement.setBytes(1, answer.toByteArray());
            statement.setString(2, principal);
            statement.setString(3, requestId);
            statement.executeUpdate();
        }
    }

    <T> T parse(Parser<T> parser, byte[] answer) {
        try {
            return parser.parseFrom(answer);
        } catch (InvalidProtocolBufferException malformed) {
            throw new IllegalStateException("a remembered answer cannot be read", malformed);
        }
    }

    /** Of the request's type and content; the entries of a map field count in the order of their keys. */
    private static byte[] hash(Message request) {
        byte[] content = new byte[request.getSerializedSize()];
        try {
            var out = CodedOutputStream.newInstance(content);
            out.useDeterministicSerialization();
            request.writeTo(out);
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getDescriptorForType().getFullName().getBytes(UTF_8));
            return digest.digest(content);
        } catch (IOException impossible) {
            throw new IllegalStateException("the array has the size of the message", impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
