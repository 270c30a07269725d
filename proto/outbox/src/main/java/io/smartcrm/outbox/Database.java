package io.smartcrm.outbox;

import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.agroal.api.AgroalDataSource;
import io.smartcrm.wire.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Does work on a JDBC connection, in one transaction, each command once; what {@link CommandLog} is to reactive sessions. Blocks:
 * for worker threads.
 */
@ApplicationScoped
public class Database {
    private static final int MAX_ATTEMPTS = 3;

    private final AgroalDataSource connections;

    public Database(AgroalDataSource connections) {
        this.connections = connections;
    }

    /** What is done on the connection; done again from the start when another transaction was in its way. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Commits what the work did, all or, when it throws, nothing. */
    public <T> T transaction(Work<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commit(work);
            } catch (SQLException failed) {
                if (!isConflict(failed) || attempt == MAX_ATTEMPTS) {
                    throw failure(failed);
                }
            }
        }
    }

    /**
     * Carries out a command once: a repetition with the same request id gets the first answer again.
     *
     * @param requestId chosen by the caller; empty means that every call is a new command
     * @throws Failure UNPROCESSABLE when the id was used for another request
     */
    public <T extends Message> T once(
            String principal, String requestId, Message request, Parser<T> parser, Work<T> work) {
        if (requestId.isEmpty()) {
            return transaction(work);
        }
        var command = new CommandRequest(principal, requestId, request);
        return transaction(connection -> {
            var commands = new CommandTable(connection);
            Optional<T> answered = commands.claim(command, parser);
            if (answered.isPresent()) {
                return answered.get();
            }
            T answer = work.on(connection);
            commands.remember(command, answer);
            return answer;
        });
    }

    private <T> T commit(Work<T> work) throws SQLException {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T done = work.on(connection);
                connection.commit();
                return done;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    /** Another transaction was faster (unique key), or in the way (serialisation, deadlock). */
    private static boolean isConflict(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        return state.equals("23505") || state.startsWith("40");
    }

    private static RuntimeException failure(SQLException failed) {
        String state = String.valueOf(failed.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("null")) {
            var away = new Failure(
                    Failure.Kind.UNAVAILABLE, "DATABASE_AWAY", "the database does not answer; try again shortly");
            away.initCause(failed);
            return away;
        }
        return new IllegalStateException("the database refused", failed);
    }
}
